using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>What the runtime carried along for its callers' convenience: deflate on zlib, and the history and completions of the line
/// editor, whose reading is native (Router/Rustrt/lines.c).</summary>
internal sealed unsafe class ThirdPartyService
{
    public void* tdefl_compress_mem_to_heap(void* src, nuint src_len, nuint* out_len, int flags, rustrt_task_block* caller) =>
        Deflate.Compress(src, src_len, out_len, flags);

    public void* tinfl_decompress_mem_to_heap(void* src, nuint src_len, nuint* out_len, int flags, rustrt_task_block* caller) =>
        Deflate.Decompress(src, src_len, out_len, flags);

    public void linenoiseSetCompletionCallback(delegate* unmanaged[Cdecl]<byte*, void*, void> fn, rustrt_task_block* caller) =>
        LineCompletion.Callback = (nint)fn;

    public void linenoiseAddCompletion(void* completions, byte* line, rustrt_task_block* caller) => LineCompletion.Add(CText.Of(line).ToArray());

    public int linenoiseHistoryAdd(byte* line, rustrt_task_block* caller) => LineHistory.Add(CText.Of(line)) ? 1 : 0;

    public int linenoiseHistorySetMaxLen(int len, rustrt_task_block* caller) => LineHistory.SetLimit(len) ? 1 : 0;

    /// <summary>Callers of that time took only 1 for success, and so believed every save and load to have failed.</summary>
    public int linenoiseHistorySave(byte* filename, rustrt_task_block* caller) => LineHistory.Save(filename) ? 0 : -1;

    /// <inheritdoc cref="linenoiseHistorySave"/>
    public int linenoiseHistoryLoad(byte* filename, rustrt_task_block* caller) => LineHistory.Load(filename) ? 0 : -1;
}
