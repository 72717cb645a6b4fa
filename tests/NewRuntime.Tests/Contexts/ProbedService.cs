namespace Rustrt.Federation.Tests.Contexts;

/// <summary>An entry point of the runtime, and a small use of it that needs nothing but its context.</summary>
/// <param name="Member">As in <see cref="ServiceAttribute"/>'s places: type and member.</param>
/// <param name="Inside">The use in a green task.</param>
/// <param name="Outside">The same in ordinary code; it ends at once.</param>
internal sealed record ProbedService(string Member, Func<GreenTask> Inside, Func<Task> Outside)
{
    /// <summary>A use that awaits nothing.</summary>
    internal static ProbedService Call(string member, Action use) => new(
        member,
        async GreenTask () =>
        {
            await GreenTask.Yield();
            use();
        },
        () =>
        {
            use();
            return Task.CompletedTask;
        });
}
