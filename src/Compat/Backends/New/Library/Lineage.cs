namespace Rustrt.Compat.Backends.New.Library;

/// <summary>What a spawn hands down: references to the group and to the groups above it.</summary>
internal unsafe struct Lineage
{
    public TaskGroup* Group;
    public Ancestors* Ancestors;
    /// <summary>A member of the main group, whose failure ends the program.</summary>
    public bool IsMain;

    public void Release()
    {
        Library.Ancestors.Release(Ancestors);
        TaskGroup.Release(Group);
        this = default;
    }
}
