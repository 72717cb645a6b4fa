namespace Rustrt.Samples.Tests.Support;

/// <summary>
/// A program outside of the repository that uses its packages, as <c>dotnet new console</c> and <c>dotnet add package</c> leave it: each of these takes
/// as long as a build.
/// </summary>
internal static class PackageProject
{
    /// <summary>Writes project file and package source into a folder, which need not be there.</summary>
    public static void Create(string folder, string name, params (string Package, string Version)[] references)
    {
        Directory.CreateDirectory(folder);
        NamePackages(folder);
        File.WriteAllText(Path.Combine(folder, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(references.Select(reference => $"<PackageReference Include=\"{reference.Package}\" Version=\"{reference.Version}\" />"))}
              </ItemGroup>
            </Project>
            """);
    }

    /// <summary>Lets projects in a folder and below it find the packages that ./migrate made.</summary>
    public static void NamePackages(string folder) => File.WriteAllText(Path.Combine(folder, "nuget.config"),
        $"""<configuration><packageSources><add key="packages" value="{Repository.Packages}" /></packageSources></configuration>""");
}
