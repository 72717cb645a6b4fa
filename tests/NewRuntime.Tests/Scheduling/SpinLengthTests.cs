namespace Rustrt.Federation.Tests;

/// <summary>How long a scheduler spins before it parks.</summary>
public class SpinLengthTests
{
    [Fact]
    public void It_doubles_with_each_success_and_is_halved_by_each_failure_between_its_limits()
    {
        var spins = new SpinLength();
        Assert.Equal([4, 8, 16, 32, 64, 128, 256, 300, 300], Lengths(ref spins, 9, found: true));
        Assert.Equal([300, 150, 75, 37, 18, 9, 4, 4, 4], Lengths(ref spins, 9, found: false));
    }

    [Fact]
    public void Whoever_never_finds_anything_spins_in_full_now_and_then_but_not_at_first()
    {
        var spins = new SpinLength();
        var lengths = Lengths(ref spins, 200, found: false);
        Assert.Equal([31, 63, 95, 127, 159, 191], Enumerable.Range(0, 200).Where(i => lengths[i] == SpinLength.Most));
        Assert.All(lengths, static length => Assert.True(length is SpinLength.Least or SpinLength.Most));
    }

    // An answer takes as long as a wake if both have gone to sleep since the last, and next to nothing if they have met.
    [Fact]
    public void Two_that_answer_each_other_stay_awake_once_they_have_met()
    {
        var spins = new SpinLength();
        bool met = false;
        int first = -1;
        for (int i = 0; i < 10 * SpinLength.FullInterval; i++)
        {
            bool found = spins.Next() >= (met ? SpinLength.Least : 100);
            Assert.True(found || !met, $"they met in spin {first}, and no more in {i}");
            if (found && !met) first = i;
            met = found;
            spins.Ended(found);
        }
        Assert.Equal(SpinLength.FullInterval - 1, first);
    }

    private static int[] Lengths(ref SpinLength spins, int count, bool found)
    {
        int[] lengths = new int[count];
        for (int i = 0; i < count; i++)
        {
            lengths[i] = spins.Next();
            spins.Ended(found);
        }
        return lengths;
    }
}
