using System.Reflection;
using System.Runtime.Loader;

namespace Rustrt.Federation.Tests;

/// <summary>A machine without libuv.</summary>
public class MissingLibraryTests
{
    [Fact]
    public void Without_libuv_the_message_names_the_library_and_the_package()
    {
        // A second copy of the assembly, in a context that finds no native library.
        var context = new NoNativeLibraries();
        var loop = context.LoadFromAssemblyPath(typeof(UvEventLoop).Assembly.Location).GetType(typeof(UvEventLoop).FullName!)!;
        var error = Assert.Throws<TargetInvocationException>(() => Activator.CreateInstance(loop)).InnerException!;
        Assert.Equal(nameof(EventLoopUnavailableException), error.GetType().Name);
        Assert.Contains("libuv.so.1", error.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install libuv1", error.Message, StringComparison.Ordinal);
    }

    // Not a whole federation: there can be only one event source of a name in a process.
    [Fact]
    public void Without_libuv_what_a_federation_waits_in_by_default_is_another_loop()
    {
        var assembly = new NoNativeLibraries("libuv").LoadFromAssemblyPath(typeof(UvEventLoop).Assembly.Location);
        var options = Activator.CreateInstance(assembly.GetType(typeof(FederationOptions).FullName!)!)!;
        var create = (Delegate)options.GetType().GetProperty(nameof(FederationOptions.EventLoops))!.GetValue(options)!;
        for (int i = 0; i < 2; i++)
        {
            using var loop = (IDisposable)create.DynamicInvoke()!;
            Assert.True(loop.GetType().Name is nameof(UringEventLoop) or nameof(FutexEventLoop), loop.GetType().Name);
            loop.GetType().GetMethod(nameof(IEventLoop.Wake))!.Invoke(loop, []);
            loop.GetType().GetMethod(nameof(IEventLoop.Turn))!.Invoke(loop, [Timeout.InfiniteTimeSpan]); // which the wake ends
        }
    }

    private sealed class NoNativeLibraries(string prefix = "") : AssemblyLoadContext(nameof(NoNativeLibraries))
    {
        protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
            unmanagedDllName.StartsWith(prefix, StringComparison.Ordinal) ? throw new DllNotFoundException(unmanagedDllName) : 0;
    }
}
