using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Bound.Curl;
using static Bound.Curl.NativeMethods;

/// <summary>Fetches a file: URL. The options come through curl_options.c, since curl_easy_setopt is variadic.</summary>
internal static unsafe class CurlCalls
{
    private static readonly MemoryStream s_received = new();

    public static void Run()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "fetched");
            Expect.Equal(CURLcode.CURLE_OK, curl_global_init(CURL_GLOBAL_DEFAULT));
            using (var handle = CurlHandle.curl_easy_init())
            {
                Expect.Equal(CURLcode.CURLE_OK, set_text(handle, CURLoption.CURLOPT_URL, $"file://{file}"));
                Expect.Equal(CURLcode.CURLE_OK, set_writer(handle, &Receive));
                Expect.Equal(CURLcode.CURLE_OK, curl_easy_perform(handle));
            }
            Expect.Equal("fetched", Encoding.UTF8.GetString(s_received.ToArray()));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint Receive(byte* data, nuint size, nuint count, void* state)
    {
        s_received.Write(new ReadOnlySpan<byte>(data, (int)(size * count)));
        return size * count;
    }
}
