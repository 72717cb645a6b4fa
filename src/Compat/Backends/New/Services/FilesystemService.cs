using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The service filesystem, on the C library: paths are bytes, and need not be UTF-8.</summary>
internal sealed unsafe class FilesystemService : IFilesystem
{
    /// <summary>With its NUL; a longer working directory is an error.</summary>
    private const int PathRoom = 2048;

    public int rust_path_is_dir(byte* path, rustrt_task_block* caller)
    {
        FileStatus status;
        return LibC.Status(path, &status) == 0 && (status.Mode & FileStatus.KindMask) == FileStatus.Directory ? 1 : 0;
    }

    public int rust_path_exists(byte* path, rustrt_task_block* caller)
    {
        FileStatus status;
        return LibC.Status(path, &status) == 0 ? 1 : 0;
    }

    /// <summary>Any error makes the task fail, without a message.</summary>
    public rust_vec_box* rust_getcwd(rustrt_task_block* caller)
    {
        if (caller == null) Fatal.NoCurrentTask();
        byte* path = stackalloc byte[PathRoom];
        if (LibC.WorkingDirectory(path, PathRoom) != null) return ExchangeVectors.OfText(path);
        TaskFailure.Answered(caller);
        return null;
    }

    /// <summary>What cannot be listed has no entries.</summary>
    public rust_vec_box* rust_list_files(rust_vec_box* path, rustrt_task_block* caller)
    {
        if (caller == null) Fatal.NoCurrentTask();
        List<nint> names = [];
        nint directory = LibC.OpenDirectory((byte*)(path + 1));
        if (directory == 0) return ExchangeVectors.Of(names);
        for (byte* entry; (entry = LibC.NextEntry(directory)) != null;)
            names.Add((nint)ExchangeVectors.OfText(entry + LibC.NameInEntry));
        _ = LibC.CloseDirectory(directory);
        return ExchangeVectors.Of(names);
    }

    public rust_vec_box* rust_list_files2(rust_vec_box** path, rustrt_task_block* caller)
    {
        if (caller == null) Fatal.NoCurrentTask();
        return rust_list_files(*path, caller);
    }
}
