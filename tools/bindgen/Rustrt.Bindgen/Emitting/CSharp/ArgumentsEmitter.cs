using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>
/// Arguments.g.cs: what the overloads do with texts and handles around a call. It is generated so that the bindings need no
/// package beside them.
/// </summary>
internal sealed class ArgumentsEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        ApiForm[] forms = [.. model.Symbols.SelectMany(symbol => symbol.Overload?.Parameters ?? [])];
        bool hasTexts = forms.Any(form => form.Kind == ApiFormKind.Text);
        bool hasHandles = forms.Any(form => form.Kind == ApiFormKind.Handle);
        if (!hasTexts && !hasHandles)
        {
            yield break;
        }
        CodeWriter code = Banner.CSharp(model)
            .Line("using System.Runtime.CompilerServices;")
            .Line("using System.Runtime.InteropServices;")
            .Line("using System.Text;")
            .Line()
            .Line($"namespace {model.Namespace};");
        if (hasTexts)
        {
            code.Line().Lines(Utf8Argument.Split('\n'));
        }
        if (hasHandles)
        {
            code.Line().Lines(HandleArgument.Split('\n'));
        }
        yield return new GeneratedFile("Arguments.g.cs", code.ToString());
    }

    private const string Utf8Argument = """
        /// <summary>A text as C takes it: UTF-8 and a NUL, for as long as the call lasts.</summary>
        internal unsafe ref struct Utf8Argument
        {
            /// <summary>Of the memory that is enough for most texts, on the caller's stack.</summary>
            public const int BufferSize = 256;

            private void* _allocated;

            public Utf8Argument(string? text, string name, Span<byte> buffer)
            {
                if (text != null)
                {
                    Span<byte> bytes = Allocate(Encoding.UTF8.GetByteCount(text), buffer);
                    Encoding.UTF8.GetBytes(text, bytes);
                    Finish(bytes, name);
                }
            }

            /// <param name="text">It may have its NUL at its end; the default span is NULL.</param>
            public Utf8Argument(ReadOnlySpan<byte> text, string name, Span<byte> buffer)
            {
                if (!Unsafe.IsNullRef(ref MemoryMarshal.GetReference(text)))
                {
                    text = text is [.., 0] ? text[..^1] : text;
                    Span<byte> bytes = Allocate(text.Length, buffer);
                    text.CopyTo(bytes);
                    Finish(bytes, name);
                }
            }

            public byte* Pointer { get; private set; }

            public readonly void Dispose() => NativeMemory.Free(_allocated);

            private Span<byte> Allocate(int length, Span<byte> buffer)
            {
                if (length < buffer.Length)
                {
                    // It lies on the stack, where nothing moves.
                    Pointer = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(buffer));
                }
                else
                {
                    _allocated = NativeMemory.Alloc((nuint)length + 1);
                    Pointer = (byte*)_allocated;
                }
                return new Span<byte>(Pointer, length);
            }

            private void Finish(Span<byte> bytes, string name)
            {
                if (bytes.Contains((byte)0))
                {
                    Dispose();
                    throw new ArgumentException("The text has a NUL inside, where C would take it to end.", name);
                }
                Pointer[bytes.Length] = 0;
            }
        }
        """;

    private const string HandleArgument = """
        /// <summary>A handle that cannot be released for as long as the call lasts, whoever disposes of it.</summary>
        internal ref struct HandleArgument
        {
            private readonly SafeHandle _handle;

            public HandleArgument(SafeHandle handle, string name)
            {
                ArgumentNullException.ThrowIfNull(handle, name);
                bool isKept = false;
                handle.DangerousAddRef(ref isKept);
                _handle = handle;
                Pointer = handle.DangerousGetHandle();
            }

            public nint Pointer { get; }

            public readonly void Dispose() => _handle.DangerousRelease();
        }
        """;
}
