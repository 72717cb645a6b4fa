using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting;

/// <summary>model.g.json: the model itself, for --model.</summary>
internal sealed class ModelEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model) => [new GeneratedFile("model.g.json", ModelJson.Write(model))];
}
