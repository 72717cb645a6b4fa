using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Federation.Uv;
using static Rustrt.Federation.Uv.NativeMethods;

namespace Rustrt.Federation.Tests;

/// <summary>The generated binding of libuv: its structs lie as C's, and calls and callbacks arrive.</summary>
public sealed unsafe class UvBindingTests : IDisposable
{
    private readonly List<nint> _memory = [];
    private readonly uv_loop_s* _loop;

    public UvBindingTests()
    {
        _loop = (uv_loop_s*)Allocate(uv_loop_size());
        Assert.Equal(0, uv_loop_init(_loop));
    }

    public void Dispose()
    {
        // Zero only if every handle has been closed and told so.
        Assert.Equal(0, uv_loop_close(_loop));
        _memory.ForEach(block => NativeMemory.Free((void*)block));
    }

    [Fact]
    public void The_structs_lie_as_the_binding_believes()
    {
        Assert.InRange(LayoutTests.Records, 50, int.MaxValue);
        Assert.Empty(LayoutTests.Failures());
    }

    [Fact]
    public void The_binding_believes_what_the_compiler_makes_of_the_header()
    {
        string program = Path.Combine(Directory.CreateTempSubdirectory("uv-layouts-").FullName, "layouts");
        try
        {
            Assert.Equal("", Output("gcc", "-Wall", "-Wextra", "-Werror", "-o", program,
                Path.Combine(RepositoryRoot(), "tests/NewRuntime.Tests/EventLoops/Generated/layout_tests.g.c")));
            Assert.Equal("", Output(program));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(program)!, recursive: true);
        }
    }

    [Fact]
    public void The_library_is_one_that_the_header_describes()
    {
        Assert.Equal($"{uv_version() >> 16}.{(uv_version() >> 8) & 255}.{uv_version() & 255}", Marshal.PtrToStringUTF8((nint)uv_version_string()));
        Assert.Equal(UV_VERSION_MAJOR, (int)uv_version() >> 16);
        Assert.Equal("ENOENT", Marshal.PtrToStringUTF8((nint)uv_err_name((int)uv_errno_t.UV_ENOENT)));
    }

    [Fact]
    public void A_timer_that_repeats_calls_until_it_is_closed()
    {
        var timer = (uv_timer_s*)Handle(uv_handle_type.UV_TIMER);
        int calls = 0;
        Assert.Equal(0, uv_timer_init(_loop, timer));
        uv_handle_set_data((uv_handle_s*)timer, &calls);
        Assert.Equal(0, uv_timer_start(timer, &OnTimer, timeout: 1, repeat: 1));

        Assert.Equal(0, uv_run(_loop, uv_run_mode.UV_RUN_DEFAULT));
        Assert.Equal(3, calls);
    }

    [Fact]
    public void Another_thread_wakes_the_loop()
    {
        var async = (uv_async_s*)Handle(uv_handle_type.UV_ASYNC);
        int calls = 0;
        Assert.Equal(0, uv_async_init(_loop, async, &OnAsync));
        uv_handle_set_data((uv_handle_s*)async, &calls);
        nint shared = (nint)async;
        int sent = -1;
        var sender = new Thread(() => sent = uv_async_send((uv_async_s*)shared));

        sender.Start();
        Assert.Equal(0, uv_run(_loop, uv_run_mode.UV_RUN_DEFAULT));
        sender.Join();
        Assert.Equal((0, 1), (sent, calls));
    }

    [Fact]
    public void A_descriptor_that_becomes_readable_is_told()
    {
        using var reader = new AnonymousPipeServerStream(PipeDirection.In);
        using var writer = new AnonymousPipeClientStream(PipeDirection.Out, reader.ClientSafePipeHandle);
        var poll = (uv_poll_s*)Handle(uv_handle_type.UV_POLL);
        int events = 0;
        Assert.Equal(0, uv_poll_init(_loop, poll, (int)reader.SafePipeHandle.DangerousGetHandle()));
        uv_handle_set_data((uv_handle_s*)poll, &events);
        Assert.Equal(0, uv_poll_start(poll, (int)uv_poll_event.UV_READABLE, &OnReadable));

        Assert.NotEqual(0, uv_run(_loop, uv_run_mode.UV_RUN_NOWAIT));
        Assert.Equal(0, events);
        writer.WriteByte(7);
        Assert.Equal(0, uv_run(_loop, uv_run_mode.UV_RUN_DEFAULT));

        Assert.Equal((int)uv_poll_event.UV_READABLE, events);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnTimer(uv_timer_s* timer)
    {
        if (++*(int*)uv_handle_get_data((uv_handle_s*)timer) == 3) uv_close((uv_handle_s*)timer, null);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnAsync(uv_async_s* async)
    {
        ++*(int*)async->data;
        uv_close((uv_handle_s*)async, null);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnReadable(uv_poll_s* poll, int status, int events)
    {
        *(int*)poll->data = status < 0 ? status : events;
        uv_close((uv_handle_s*)poll, null);
    }

    private void* Handle(uv_handle_type type) => Allocate(uv_handle_size(type));

    private void* Allocate(nuint size)
    {
        _memory.Add((nint)NativeMemory.AllocZeroed(size));
        return (void*)_memory[^1];
    }

    /// <summary>What a program says; it must end well.</summary>
    private static string Output(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        return output;
    }

    private static string RepositoryRoot() => typeof(UvBindingTests).Assembly
        .GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
        .Cast<System.Reflection.AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepoRoot").Value!;
}
