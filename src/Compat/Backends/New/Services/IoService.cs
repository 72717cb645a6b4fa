using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// The standard streams of the C library, and loops with their errors. docs/protocols/io-proxies.md has the contract,
/// docs/protocols/io-turns.md how callbacks are made. rust_uv_run and rust_uv_walk are the router's (io.c).
/// </summary>
internal sealed unsafe partial class IoService
{
    public _IO_FILE* rust_get_stdin(rustrt_task_block* caller) => (_IO_FILE*)CStdout.Stream("stdin");

    public _IO_FILE* rust_get_stdout(rustrt_task_block* caller) => (_IO_FILE*)CStdout.Stream("stdout");

    public _IO_FILE* rust_get_stderr(rustrt_task_block* caller) => (_IO_FILE*)CStdout.Stream("stderr");

    public void* rust_uv_loop_new(rustrt_task_block* caller)
    {
        IoLoop? loop = IoLoop.New();
        return loop == null ? null : loop.Proxy;
    }

    public void rust_uv_loop_delete(uv_loop_s* loop, rustrt_task_block* caller) => IoLoop.Of(loop).Dispose();

    public void rust_uv_loop_set_data(uv_loop_s* loop, void* data, rustrt_task_block* caller) => loop->data = data;

    public void rust_uv_set_data_for_uv_loop(uv_loop_s* loop, void* data, rustrt_task_block* caller) => loop->data = data;

    public void* rust_uv_get_data_for_uv_loop(uv_loop_s* loop, rustrt_task_block* caller) => loop->data;

    public uv_err_t rust_uv_last_error(uv_loop_s* loop, rustrt_task_block* caller) => loop->last_error;

    public byte* rust_uv_strerror(uv_err_t* err, rustrt_task_block* caller) => IoErrors.Text(err->code);

    public byte* rust_uv_err_name(uv_err_t* err, rustrt_task_block* caller) => IoErrors.Name(err->code);

    private static void Log(FormattableString line)
    {
        const uint Debug = 4;
        if (Logging.Enabled(rustrt_log_module.RUSTRT_LOG_STDLIB, Debug)) Logging.Write(FormattableString.Invariant(line));
    }

    private static string Text(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "(null)";
}
