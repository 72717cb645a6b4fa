namespace Rustrt.Bindgen.Runtime.Switch;

/// <summary>Why a file cannot be used. The C library's texts depend on the locale; these do not.</summary>
internal static class FileProblem
{
    public static string Of(int error) => error switch
    {
        LibC.NoEntry => "no such file",
        LibC.NoFolder => "no such file; its path leads through something that is no folder",
        LibC.IsFolder => "a folder, not a file",
        LibC.Invalid => "neither a file nor a folder",
        LibC.NoAccess => "permission denied",
        LibC.LinkLoop => "symbolic links that lead nowhere",
        LibC.NameTooLong => "the path is too long",
        LibC.TooBig => "longer than 65536 bytes",
        LibC.OutOfMemory => "out of memory",
        _ => $"error {error}",
    };
}
