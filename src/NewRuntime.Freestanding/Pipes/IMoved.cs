namespace Rustrt.Federation.Pipes;

/// <summary>A handle of something that has one owner.</summary>
/// <typeparam name="TSelf">The handle's own type, a struct.</typeparam>
internal interface IMoved<TSelf>
{
    /// <summary>The owner sends it: returns the handle for whoever receives it. This one is void from now on.</summary>
    TSelf Leave();

    /// <summary>This handle, which <see cref="Leave"/> returned, could not be sent: the one before it is good again.</summary>
    void Return();

    /// <summary>The caller has received it.</summary>
    void Arrive();

    /// <summary>Nobody will ever receive it.</summary>
    void BeLost();
}
