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

    private sealed class NoNativeLibraries() : AssemblyLoadContext(nameof(NoNativeLibraries))
    {
        protected override nint LoadUnmanagedDll(string unmanagedDllName) => throw new DllNotFoundException(unmanagedDllName);
    }
}
