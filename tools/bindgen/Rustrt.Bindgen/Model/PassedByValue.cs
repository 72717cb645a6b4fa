using Rustrt.Bindgen.Abi;

namespace Rustrt.Bindgen.Model;

/// <summary>Whether C# passes the records of a call as C does.</summary>
internal sealed class PassedByValue(TypeSizes sizes)
{
    private const int StackAlignment = 8;

    /// <returns>What is in the way, or null.</returns>
    public string? ObstacleTo(CFunction function) =>
        function.Parameters.Select(parameter => parameter.Type).Append(function.Result)
            .Select(type => type.Resolved).OfType<CRecordType>()
            .Select(type => ObstacleOf(sizes.Record(type)))
            .FirstOrDefault(obstacle => obstacle != null);

    private string? ObstacleOf(CRecord record) =>
        record.Kind == CRecordKind.Opaque ? $"it passes \"{record.Name}\" by value, which is defined nowhere or empty"
        : !IsComplete(record) ? $"it passes \"{record.Name}\" by value, of which fields are left out"
        : record.Alignment > StackAlignment
            ? $"it passes \"{record.Name}\" by value, which is aligned to {record.Alignment} bytes, more than C# keeps to"
        : null;

    private bool IsComplete(CRecord record) => record.IsComplete && record.Fields.All(field => IsComplete(field.Type));

    private bool IsComplete(CType type) => type.Resolved switch
    {
        CRecordType inner => IsComplete(sizes.Record(inner)),
        CArray array => IsComplete(array.Element),
        _ => true,
    };
}
