using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bound.Lua;
using static Bound.Lua.NativeMethods;

/// <summary>A script that calls back into C#.</summary>
internal static unsafe class LuaCalls
{
    public static void Run()
    {
        using var state = LuaStateHandle.luaL_newstate();
        luaL_openlibs(state);
        lua_pushcclosure(state, &Twice, 0);
        lua_setglobal(state, "twice");
        Expect.Equal(LUA_OK, luaL_loadstring(state, "local t = 0; for i = 1, 4 do t = t + twice(i) end; return t, ('x'):rep(3)"u8));
        Expect.Equal(LUA_OK, lua_pcallk(state, 0, LUA_MULTRET, 0, 0, null));
        Expect.Equal(2, lua_gettop(state));
        Expect.Equal(20L, lua_tointegerx(state, 1, null));
        nuint length;
        byte* text = lua_tolstring(state, 2, &length);
        Expect.Equal("xxx", Marshal.PtrToStringUTF8((nint)text, (int)length));
        Expect.Equal(LUA_ERRSYNTAX, luaL_loadstring(state, "no Lua"));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Twice(lua_State* state)
    {
        lua_pushinteger(state, 2 * lua_tointegerx(state, 1, null));
        return 1;
    }
}
