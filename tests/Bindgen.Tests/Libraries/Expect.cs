using System.Runtime.CompilerServices;

internal static class Expect
{
    public static void Equal<T>(T expected, T actual, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new InvalidOperationException($"{what} is {actual}, not {expected}");
        }
    }

    public static void Throws<TException>(Action action, [CallerArgumentExpression(nameof(action))] string what = "") where TException : Exception
    {
        try
        {
            action();
        }
        catch (TException)
        {
            return;
        }
        throw new InvalidOperationException($"{what} does not throw {typeof(TException).Name}");
    }

    /// <summary>Prints what the generated layout tests find wrong.</summary>
    public static void Layouts(string library)
    {
        Type tests = Type.GetType($"Bound.{library}.LayoutTests", throwOnError: true)!;
        Console.WriteLine($"{tests.GetField("Records")!.GetRawConstantValue()} records");
        foreach (string failure in (IReadOnlyList<string>)tests.GetMethod("Failures")!.Invoke(null, null)!)
        {
            Console.WriteLine(failure);
            Environment.ExitCode = 1;
        }
    }
}
