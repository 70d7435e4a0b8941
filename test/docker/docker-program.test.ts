import assert from "node:assert/strict";
import { findDockerProgram } from "../../src/docker/command/docker-program";
import { findProgram, programNames, type ProgramSearch } from "../../src/docker/command/find-program";

function search(platform: NodeJS.Platform, env: ProgramSearch["env"], programs: readonly string[], homedir = "") {
  return findDockerProgram({ platform, env, homedir, isExecutable: (path) => programs.includes(path) });
}

describe("the search for the docker command", () => {
  it("takes the first on PATH, as a terminal would", () => {
    const { program } = search("linux", { PATH: "/opt/bin:/usr/bin" }, ["/usr/bin/docker", "/opt/bin/docker"]);
    assert.equal(program, "/opt/bin/docker");
  });

  const poor: readonly [platform: NodeJS.Platform, env: ProgramSearch["env"], program: string][] = [
    ["darwin", { PATH: "/usr/bin:/bin" }, "/usr/local/bin/docker"],
    ["darwin", { PATH: "/usr/bin:/bin" }, "/opt/homebrew/bin/docker"],
    ["darwin", { PATH: "/usr/bin:/bin" }, "/Users/ada/.docker/bin/docker"],
    ["darwin", { PATH: "/usr/bin:/bin" }, "/Users/ada/.rd/bin/docker"],
    ["darwin", { PATH: "/usr/bin:/bin" }, "/Applications/Docker.app/Contents/Resources/bin/docker"],
    ["linux", {}, "/usr/bin/docker"],
    ["linux", { PATH: "" }, "/snap/bin/docker"],
    ["win32", { Path: "C:\\Windows" }, "C:\\Program Files\\Docker\\Docker\\resources\\bin\\docker.exe"],
    ["win32", { ProgramFiles: "D:\\Apps" }, "D:\\Apps\\Docker\\Docker\\resources\\bin\\docker.exe"],
  ];
  for (const [platform, env, program] of poor) {
    it(`finds ${program} on ${platform} with the PATH of a desktop`, () => {
      assert.equal(search(platform, env, [program], platform === "darwin" ? "/Users/ada" : "").program, program);
    });
  }

  it("puts the usual folders behind the learner's own, so that credential helpers are found", () => {
    const { env } = search("darwin", { PATH: "/usr/bin:/bin", LANG: "C" }, []);
    assert.ok(env.PATH?.startsWith("/usr/bin:/bin:/usr/local/bin:"), env.PATH);
    assert.ok(env.PATH?.split(":").includes("/Applications/Docker.app/Contents/Resources/bin"));
    assert.equal(env.LANG, "C");
  });

  it("extends the variable that Windows has, however it is spelt", () => {
    const { env } = search("win32", { Path: "C:\\Windows" }, []);
    assert.ok(env.Path?.startsWith("C:\\Windows;"), env.Path);
    assert.equal(env.PATH, undefined);
  });

  it("passes over relative folders of PATH, which a submission could fill", () => {
    assert.equal(
      search("linux", { PATH: ".:bin:/usr/bin" }, ["docker", "bin/docker", "/usr/bin/docker"]).program,
      "/usr/bin/docker",
    );
  });

  it("passes over scripts on Windows, which would need a shell", () => {
    assert.equal(search("win32", { Path: "C:\\Tools" }, ["C:\\Tools\\docker.cmd"]).program, undefined);
  });

  it("finds nothing where there is nothing", () => {
    assert.equal(search("linux", { PATH: "/usr/bin" }, []).program, undefined);
  });
});

describe("the search for any program", () => {
  const cases: readonly [platform: NodeJS.Platform, PATH: string, proper: string][] = [
    ["linux", ".::bin:./bin:/usr/bin", "/usr/bin/git"],
    ["darwin", "../tools:/opt/homebrew/bin", "/opt/homebrew/bin/git"],
    ["win32", ".;C:;\\tools;C:tools;C:\\Git\\cmd", "C:\\Git\\cmd\\git.exe"],
  ];
  for (const [platform, PATH, proper] of cases) {
    it(`never takes one from a folder that depends on where it was started, on ${platform}`, () => {
      // whatever is asked for by a path that is not whole would be found in the submission
      const isExecutable = (path: string): boolean => path === proper || !/^(\/|[A-Z]:\\)/.test(path);
      const found = findProgram(programNames("git", platform), { env: { PATH }, platform, homedir: "", isExecutable });
      assert.equal(found.program, proper);
    });
  }

  it("lets the program itself look in absolute folders only", () => {
    const search = {
      env: { PATH: ".:/usr/bin:bin" },
      platform: "linux",
      homedir: "",
      isExecutable: () => true,
    } as const;
    assert.equal(findProgram(["git"], search).env.PATH, "/usr/bin");
  });
});
