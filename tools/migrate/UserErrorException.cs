namespace Rustrt.Migrate;

/// <summary>A mistake or a missing thing that the user can put right: printed as one message, without a stack trace.</summary>
internal sealed class UserErrorException(int exitCode, string message) : Exception(message)
{
    public int Code { get; } = exitCode;
}
