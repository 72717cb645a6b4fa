using System.Runtime.InteropServices;
using Bound.Sqlite;
using static Bound.Sqlite.NativeMethods;

/// <summary>A table in memory, filled through bound parameters and read by a query; and what goes wrong.</summary>
internal static unsafe class SqliteCalls
{
    public static void Run()
    {
        Expect.Equal(SQLITE_OK, sqlite3_open(":memory:", out Sqlite3Handle database));
        Fill(database);
        Query(database);
        Mistakes(database);
        Statement open = Prepare(database, "select * from t");
        database.Dispose();
        database.Dispose();
        Expect.Equal(SQLITE_OK, database.ReleaseResult);
        // sqlite3_close_v2 leaves the database to the last of its statements.
        Expect.Equal(SQLITE_ROW, sqlite3_step(open));
        open.Dispose();
        Expect.Throws<ObjectDisposedException>(() => sqlite3_step(open));
        Expect.Throws<ObjectDisposedException>(() => sqlite3_exec(database, "select 1", null, null, null));
        Pointers();
    }

    private static void Fill(Sqlite3Handle database)
    {
        Expect.Equal(SQLITE_OK, sqlite3_exec(database, "create table t (word text, times int)"u8, null, null, null));
        using Statement insert = Prepare(database, "insert into t values (?, ?)");
        for (int times = 1; times <= 3; times++)
        {
            Expect.Equal(SQLITE_OK, sqlite3_bind_text(insert, 1, "w\u00f6rdw\u00f6rd"[..(3 + times)], -1, SQLITE_TRANSIENT));
            Expect.Equal(SQLITE_OK, sqlite3_bind_int(insert, 2, times));
            Expect.Equal(SQLITE_DONE, sqlite3_step(insert));
            Expect.Equal(SQLITE_OK, sqlite3_reset(insert));
        }
    }

    private static void Query(Sqlite3Handle database)
    {
        using Statement query = Prepare(database, "select max(word), sum(times) as total from t");
        Expect.Equal("total", sqlite3_column_name(query, 1));
        Expect.Equal(SQLITE_ROW, sqlite3_step(query));
        Expect.Equal("w\u00f6rdw\u00f6", Marshal.PtrToStringUTF8((nint)sqlite3_column_text(query, 0)));
        Expect.Equal(6, sqlite3_column_int(query, 1));
        Expect.Equal(SQLITE_DONE, sqlite3_step(query));
    }

    private static void Mistakes(Sqlite3Handle database)
    {
        Expect.Equal(SQLITE_ERROR, sqlite3_prepare_v2(database, "selekt 1", -1, out Statement none, null));
        Expect.Equal(true, none.IsInvalid);
        Expect.Equal("near \"selekt\": syntax error", sqlite3_errmsg(database));
        Expect.Equal(SQLITE_CANTOPEN, sqlite3_open("/nowhere/at all", out Sqlite3Handle failed));
        using (failed)
        {
            Expect.Equal("unable to open database file", sqlite3_errmsg(failed));
        }
        Expect.Throws<ArgumentException>(() => sqlite3_exec(database, "select 1;\0drop table t", null, null, null));
    }

    /// <summary>The functions themselves, with literals that the overloads take too.</summary>
    private static void Pointers()
    {
        sqlite3* database;
        Expect.Equal(SQLITE_OK, sqlite3_open(null, &database));
        sqlite3_stmt* statement = null;
        Expect.Equal(SQLITE_MISUSE, sqlite3_prepare_v2(database, default, 0, &statement, null)); // as it says to NULL, not to ""
        Expect.Equal((SQLITE_OK, SQLITE_MISUSE), (sqlite3_finalize(null), sqlite3_step(default)));
        Expect.Equal(SQLITE_OK, sqlite3_close(database));
    }

    private static Statement Prepare(Sqlite3Handle database, string sql)
    {
        Expect.Equal(SQLITE_OK, sqlite3_prepare_v2(database, sql, -1, out Statement statement, null));
        return statement;
    }
}
