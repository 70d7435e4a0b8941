import assert from "node:assert/strict";
import fc from "fast-check";
import { programOf, shellCommands } from "../../../src/core/parse/shell-commands";
import { modelOf, textAt } from "../../support/model-of";

/** The commands of the last instruction, each as its words. */
function commands(text: string): readonly (readonly string[])[] {
  const model = modelOf(text);
  const instruction = model.stages.at(-1)?.instructions.at(-1);
  return instruction ? shellCommands(instruction, model).map(({ words }) => words.map((word) => word.text)) : [];
}

/** What joins each command to the one before. */
function joints(text: string): readonly (string | undefined)[] {
  const model = modelOf(text);
  const instruction = model.stages.at(-1)?.instructions.at(-1);
  return instruction ? shellCommands(instruction, model).map(({ joinedBy }) => joinedBy) : [];
}

/** What the words mark in the document. */
function marked(text: string): readonly string[] {
  const model = modelOf(text);
  const instruction = model.stages.at(-1)?.instructions.at(-1);
  return (instruction ? shellCommands(instruction, model) : []).flatMap(({ words }) =>
    words.map(({ range }) => textAt(text, range)),
  );
}

describe("the commands of an instruction", () => {
  it("are split as a shell splits them", () => {
    assert.deepEqual(commands("FROM a\nRUN apt-get update&&apt-get install -y curl;rm -rf /x | cat || true &\n"), [
      ["apt-get", "update"],
      ["apt-get", "install", "-y", "curl"],
      ["rm", "-rf", "/x"],
      ["cat"],
      ["true"],
    ]);
  });

  it("have no quotes, escapes, redirections, comments and brackets of subshells", () => {
    assert.deepEqual(commands(`FROM a\nRUN (cd /x && echo "a b" 'c d' e\\ f > out.txt 2>&1) # note\n`), [
      ["cd", "/x"],
      ["echo", "a b", "c d", "e f"],
    ]);
  });

  it("go on over continued lines and the comments between them", () => {
    const text = "FROM a\nRUN pip install \\\n  # why\n\n    flask \\\r\n    redis\n";
    assert.deepEqual(commands(text), [["pip", "install", "flask", "redis"]]);
    assert.deepEqual(marked(text), ["pip", "install", "flask", "redis"]);
  });

  it("know the other escape character", () => {
    assert.deepEqual(commands("# escape=`\nFROM a\nRUN pip install `\n  flask\n"), [["pip", "install", "flask"]]);
  });

  it("are seen through sh -c, and what only leads in is dropped", () => {
    assert.deepEqual(commands(`FROM a\nRUN A=1 exec env B=2 python -m x\n`), [["python", "-m", "x"]]);
    assert.deepEqual(commands(`FROM a\nCMD ["sh", "-c", "exec gunicorn app:app && x"]\n`), [
      ["gunicorn", "app:app"],
      ["x"],
    ]);
    assert.deepEqual(commands("FROM a\nRUN if true; then useradd app; fi\n"), [["true"], ["useradd", "app"], ["fi"]]);
  });

  it("are read from JSON, with the place of each word", () => {
    const text = 'FROM a\nCMD [ "python",\\\n  "src/app.py" ]\n';
    assert.deepEqual(commands(text), [["python", "src/app.py"]]);
    assert.deepEqual(marked(text), ["python", "src/app.py"]);
  });

  it("stand behind CMD in a health check, in both forms", () => {
    assert.deepEqual(commands("FROM a\nHEALTHCHECK --interval=5s CMD curl -f http://x || exit 1\n"), [
      ["curl", "-f", "http://x"],
      ["exit", "1"],
    ]);
    assert.deepEqual(commands('FROM a\nHEALTHCHECK CMD ["curl", "x"]\n'), [["curl", "x"]]);
  });

  it("stand in a heredoc that a shell reads", () => {
    const text = "FROM a\nRUN <<EOF\nset -e\nuseradd app  # the user\npip install flask\nEOF\n";
    assert.deepEqual(commands(text), [
      ["set", "-e"],
      ["useradd", "app"],
      ["pip", "install", "flask"],
    ]);
    assert.deepEqual(marked(text).slice(2, 4), ["useradd", "app"]);
    assert.deepEqual(commands("FROM a\nRUN <<EOF bash\ncurl x\nEOF\n"), [["curl", "x"]]);
  });

  it("do not stand in a heredoc that is data, or another program's", () => {
    assert.deepEqual(commands("FROM a\nRUN cat << 'EOF' > /x\nFROM b\nuseradd x\nEOF\n"), [["cat"]]);
    assert.deepEqual(commands("FROM a\nRUN <<EOF\n#!/usr/bin/env python3\nimport x\nEOF\n"), []);
    assert.deepEqual(commands("FROM a\nRUN python3 <<EOF\nimport x\nEOF\n"), [["python3"]]);
  });

  it("go on over continued lines in a heredoc, in CRLF too", () => {
    for (const end of ["\n", "\r\n"]) {
      const text = ["FROM a", "RUN <<EOF", "useradd -r \\", "  app && \\", "  a &&", "# why", "b", "EOF", ""].join(end);
      assert.deepEqual(commands(text), [["useradd", "-r", "app"], ["a"], ["b"]]);
      assert.deepEqual(marked(text), ["useradd", "-r", "app", "a", "b"]);
      assert.deepEqual(joints(text), [undefined, "&&", "&&"]);
    }
  });

  it("do not stand in a heredoc inside of a script", () => {
    assert.deepEqual(commands("FROM a\nRUN <<EOF\ncat > f <<'X'\nuseradd x\nX\nls\nEOF\n"), [["cat"], ["ls"]]);
    assert.deepEqual(commands("FROM a\nRUN <<EOF\ncat <<-X\nuseradd x\n\tX\nls\nEOF\n"), [["cat"], ["ls"]]);
  });

  it("keep what the shell puts in together, with the blanks and quotes in it", () => {
    assert.deepEqual(commands('FROM a\nRUN apt-get install $(cat list | tr "," " ") "${A:-b c}" ${D:-e f} z\n'), [
      ["apt-get", "install", '$(cat list | tr "," " ")', "${A:-b c}", "${D:-e f}", "z"],
    ]);
    assert.deepEqual(commands('FROM a\nRUN X="$(cat "a;b")" pip install y; diff <(ls a) b\n'), [
      ["pip", "install", "y"],
      ["diff", "<(ls a)", "b"],
    ]);
  });

  it("are seen through the options of what leads in", () => {
    assert.deepEqual(commands("FROM a\nRUN sudo -u app -E pip install x\n"), [["pip", "install", "x"]]);
    assert.deepEqual(commands('FROM a\nCMD ["/usr/bin/env", "-u", "X", "python", "a.py"]\n'), [["python", "a.py"]]);
  });

  it("mark the whole of a word that a continuation cuts", () => {
    assert.deepEqual(marked("FROM a\nRUN pip install fla\\\nsk && ls\n"), ["pip", "install", "fla\\\nsk", "ls"]);
  });

  it("are joined to nothing where nothing runs before", () => {
    assert.deepEqual(joints("FROM a\nRUN A=1; b | c\n"), [undefined, "|"]);
  });

  it("have places inside the text, whatever stands there, and take no longer for it", () => {
    const piece = fc.constantFrom(
      ..."\\\n|\r\n|<<EOF|EOF\n|<<-'X'|X|$(|${|}|)|(|`|\"|'|# c|&&|;|2>&1|sh -c |env |[|a b".split("|"),
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => `FROM a\nRUN ${pieces.join("")}\nEOF\n`);
    const property = fc.property(text, (dockerfile) => {
      const { length } = dockerfile.split(/\r\n|\n|\r/);
      const model = modelOf(dockerfile);
      for (const instruction of model.stages.flatMap((stage) => stage.instructions))
        for (const { words } of shellCommands(instruction, model))
          for (const { range } of words) assert.ok(range.start.line <= range.end.line && range.end.line < length);
    });
    fc.assert(property, { numRuns: 2000 });

    const started = performance.now();
    for (const open of ["$(", "`", '"', "'", "<<a ", "${", '"$(', "sh -c '", "env ", "a \\\n", '$("', "<<A\n"])
      commands(`FROM a\nRUN <<EOF\n${`${open.repeat(2000)}\n`.repeat(10)}EOF\n`);
    assert.ok(performance.now() - started < 5_000);
  });

  it("survive quotes and brackets that nothing closes", () => {
    for (const open of ['echo "a', "echo 'a", "echo $(a", "echo `a", "((", "a >", "\\"]) {
      assert.doesNotThrow(() => commands(`FROM a\nRUN ${open}\n`), open);
    }
  });

  it("name their program without its folder", () => {
    const model = modelOf("FROM a\nRUN /usr/bin/python3 x\n");
    const [command] = shellCommands(model.stages[0]!.instructions[1]!, model);
    assert.equal(command && programOf(command), "python3");
  });
});
