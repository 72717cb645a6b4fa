using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>Clocks and calendar, by the C library (observed-behaviour.md section 11).</summary>
internal sealed unsafe partial class TimeService : ITime
{
    private const int RealTime = 0, Monotonic = 1;

    public void get_time(long* sec, int* nsec, rustrt_task_block* caller)
    {
        TimeSpec now = Now(RealTime);
        *sec = now.Seconds;
        *nsec = (int)now.Nanoseconds;
    }

    public void precise_time_ns(ulong* ns, rustrt_task_block* caller)
    {
        TimeSpec now = Now(Monotonic);
        *ns = (ulong)now.Seconds * 1_000_000_000 + (ulong)now.Nanoseconds;
    }

    public void rust_tzset(rustrt_task_block* caller) => SetZone();

    public void rust_gmtime(long* sec, int* nsec, rust_tm* @out, rustrt_task_block* caller)
    {
        TasklessCalls.Check(caller);
        CalendarTime time;
        ToUtc(sec, &time);
        Fill(@out, &time, *nsec, offset: 0);
        ExchangeVectors.Assign(&@out->zone, "UTC"u8);
    }

    public void rust_localtime(long* sec, int* nsec, rust_tm* @out, rustrt_task_block* caller)
    {
        CalendarTime time;
        ToLocal(sec, &time);
        Fill(@out, &time, *nsec, (int)time.Offset);
        if (time.Zone == null) return;
        TasklessCalls.Check(caller);
        ExchangeVectors.Assign(&@out->zone, MemoryMarshal.CreateReadOnlySpanFromNullTerminated(time.Zone));
    }

    public void rust_timegm(rust_tm* tm, long* @out, rustrt_task_block* caller)
    {
        CalendarTime time = Read(tm);
        *@out = FromUtc(&time);
    }

    public void rust_mktime(rust_tm* tm, long* @out, rustrt_task_block* caller)
    {
        CalendarTime time = Read(tm);
        *@out = FromLocal(&time);
    }

    /// <summary>struct tm of the C library.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct CalendarTime
    {
        public int Second, Minute, Hour, Day, Month, Year, WeekDay, YearDay, IsDst;
        public nint Offset;
        public byte* Zone;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds, Nanoseconds;
    }

    private static TimeSpec Now(int clock)
    {
        TimeSpec now;
        if (GetClock(clock, &now) != 0) Fatal.Die("rustrt: clock_gettime failed");
        return now;
    }

    private static void Fill(rust_tm* target, CalendarTime* time, int nsec, int offset)
    {
        target->sec = time->Second;
        target->min = time->Minute;
        target->hour = time->Hour;
        target->mday = time->Day;
        target->mon = time->Month;
        target->year = time->Year;
        target->wday = time->WeekDay;
        target->yday = time->YearDay;
        target->isdst = time->IsDst;
        target->gmtoff = offset;
        target->nsec = nsec;
    }

    private static CalendarTime Read(rust_tm* tm) => new()
    {
        Second = tm->sec,
        Minute = tm->min,
        Hour = tm->hour,
        Day = tm->mday,
        Month = tm->mon,
        Year = tm->year,
        WeekDay = tm->wday,
        YearDay = tm->yday,
        IsDst = tm->isdst,
    };

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetClock(int clock, TimeSpec* result);

    [LibraryImport("libc", EntryPoint = "tzset")]
    private static partial void SetZone();

    [LibraryImport("libc", EntryPoint = "gmtime_r")]
    private static partial CalendarTime* ToUtc(long* seconds, CalendarTime* result);

    [LibraryImport("libc", EntryPoint = "localtime_r")]
    private static partial CalendarTime* ToLocal(long* seconds, CalendarTime* result);

    [LibraryImport("libc", EntryPoint = "timegm")]
    private static partial long FromUtc(CalendarTime* time);

    [LibraryImport("libc", EntryPoint = "mktime")]
    private static partial long FromLocal(CalendarTime* time);
}
