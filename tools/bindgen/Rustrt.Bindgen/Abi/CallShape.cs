namespace Rustrt.Bindgen.Abi;

/// <summary>What of a call travels where, by the System V calling convention for x86-64.</summary>
/// <param name="IntegerRegisters">Of rdi, rsi, rdx, rcx, r8, r9: how many are taken, a hidden result pointer included.</param>
/// <param name="StackArguments">Some argument lies on the caller's stack.</param>
public readonly record struct CallShape(int IntegerRegisters, bool StackArguments)
{
    public const int AvailableIntegerRegisters = 6;

    /// <summary>A register is left in which the router can add the calling task.</summary>
    public bool HasRoomForCaller => IntegerRegisters < AvailableIntegerRegisters;
}
