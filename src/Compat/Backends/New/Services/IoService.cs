using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The standard streams of the C library. The rust_uv functions are not served yet.</summary>
internal sealed unsafe class IoService
{
    public _IO_FILE* rust_get_stdin(rustrt_task_block* caller) => (_IO_FILE*)CStdout.Stream("stdin");

    public _IO_FILE* rust_get_stdout(rustrt_task_block* caller) => (_IO_FILE*)CStdout.Stream("stdout");

    public _IO_FILE* rust_get_stderr(rustrt_task_block* caller) => (_IO_FILE*)CStdout.Stream("stderr");
}
