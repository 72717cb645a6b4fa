namespace Rustrt.Migrate.Elf;

/// <summary>A file is not what the loader of this platform could load; the message says what it is instead.</summary>
internal sealed class ElfFormatException(string message) : Exception(message);
