using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting;

/// <summary>
/// The third stage: one kind of output. An emitter depends on the model alone, never on another emitter, and gives the same
/// bytes for the same model. A new one is one file and one line in <see cref="Emitters"/>.
/// </summary>
public interface IEmitter
{
    IEnumerable<GeneratedFile> Emit(BindingModel model);
}

/// <param name="Path">Relative to the output folder, with forward slashes.</param>
public sealed record GeneratedFile(string Path, string Text);
