using System.Runtime.InteropServices;
using Bound.Sqlite;
using static Bound.Sqlite.NativeMethods;

/// <summary>A table in memory, filled through bound parameters and read by a query.</summary>
internal static unsafe class SqliteCalls
{
    public static void Run()
    {
        sqlite3* database;
        fixed (byte* name = ":memory:\0"u8)
        {
            Expect.Equal(SQLITE_OK, sqlite3_open(name, &database));
        }
        fixed (byte* create = "create table t (word text, times int)\0"u8)
        {
            Expect.Equal(SQLITE_OK, sqlite3_exec(database, create, null, null, null));
        }
        sqlite3_stmt* insert = Prepare(database, "insert into t values (?, ?)\0"u8);
        for (int times = 1; times <= 3; times++)
        {
            fixed (byte* word = "wordword"u8)
            {
                Expect.Equal(SQLITE_OK, sqlite3_bind_text(insert, 1, word, 4 + times, SQLITE_TRANSIENT));
            }
            Expect.Equal(SQLITE_OK, sqlite3_bind_int(insert, 2, times));
            Expect.Equal(SQLITE_DONE, sqlite3_step(insert));
            Expect.Equal(SQLITE_OK, sqlite3_reset(insert));
        }
        Expect.Equal(SQLITE_OK, sqlite3_finalize(insert));

        sqlite3_stmt* query = Prepare(database, "select max(word), sum(times) from t\0"u8);
        Expect.Equal(SQLITE_ROW, sqlite3_step(query));
        Expect.Equal("wordwor", Marshal.PtrToStringUTF8((nint)sqlite3_column_text(query, 0)));
        Expect.Equal(6, sqlite3_column_int(query, 1));
        Expect.Equal(SQLITE_DONE, sqlite3_step(query));
        Expect.Equal(SQLITE_OK, sqlite3_finalize(query));
        Expect.Equal(SQLITE_OK, sqlite3_close(database));
    }

    private static sqlite3_stmt* Prepare(sqlite3* database, ReadOnlySpan<byte> sql)
    {
        sqlite3_stmt* statement;
        fixed (byte* text = sql)
        {
            Expect.Equal(SQLITE_OK, sqlite3_prepare_v2(database, text, -1, &statement, null));
        }
        return statement;
    }
}
