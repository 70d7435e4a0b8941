import assert from "node:assert/strict";
import { appPort } from "../../../src/core/image/app-port";
import { baseGroups, baseHasProgram, baseUsers } from "../../../src/core/image/base-programs";
import { copiesOf, imagePath } from "../../../src/core/image/copied-files";
import { createdGroups, createdUsers, hasProgram } from "../../../src/core/image/installed-programs";
import { startCommand } from "../../../src/core/image/start-command";
import { parseImageReference } from "../../../src/core/parse/image-reference";
import { environmentOf, workdirAt } from "../../../src/core/parse/stage-environment";
import { finalStageOf, modelOf } from "../../support/model-of";

const SLIM = "FROM python:3.11-slim\n";

/** Asks something of the final stage of a text. */
function of<T>(text: string, ask: (model: ReturnType<typeof modelOf>, stage: ReturnType<typeof finalStageOf>) => T): T {
  const model = modelOf(text);
  return ask(model, finalStageOf(model));
}

const users = (text: string) => of(SLIM + text, (model, stage) => [...createdUsers(model, stage).keys()]);
const start = (text: string) => of(text, (model, stage) => startCommand(model, stage)?.words.map((word) => word.text));
const lands = (text: string, path: string, isFolder = false) =>
  of(text, (model, stage) => copiesOf(model, stage).map((copy) => imagePath(copy, path, isFolder)));

describe("the programs of a base image", () => {
  const has = (image: string, program: string) => baseHasProgram(parseImageReference(image)!, program);

  it("are many in a full python, few in a slim one", () => {
    assert.deepEqual([has("python:3.11", "curl"), has("python:3.11-slim", "curl")], [true, false]);
    assert.deepEqual([has("python:3.11-slim", "wget"), has("python:3.11-slim", "python")], [false, true]);
    assert.deepEqual([has("python:3.11-alpine", "wget"), has("python:3.11-alpine", "curl")], [true, false]);
  });

  it("are the same behind a mirror's name", () => {
    assert.equal(has("registry.example:5000/library/python:3.11-slim-bookworm", "curl"), false);
  });

  it("are what nginx and postgres add to their base", () => {
    assert.deepEqual([has("nginx", "curl"), has("nginx:1.27-alpine", "curl")], [true, true]);
    assert.deepEqual([has("nginx:1.27-alpine-slim", "curl"), has("postgres:16-alpine", "bash")], [false, true]);
  });

  it("are not known of images that nobody knows", () => {
    assert.equal(has("bitnami/redis:7", "curl"), undefined);
    assert.equal(has("arm64v8/python:3.11-slim", "curl"), false);
    assert.equal(has("python:3.11-windowsservercore", "curl"), undefined);
    assert.deepEqual([has("buildpack-deps:curl", "gcc"), has("buildpack-deps:bookworm", "gcc")], [undefined, true]);
    assert.equal(has("ghcr.io/someone/base:1", "curl"), undefined);
    assert.equal(has(`python@sha256:${"a".repeat(64)}`, "curl"), undefined);
  });
});

describe("the users and groups of a base image", () => {
  const names = (image: string, name: string) =>
    [baseUsers, baseGroups].map((ask) => ask(parseImageReference(image)!).has(name));

  it("are those of its family, and its own", () => {
    assert.deepEqual(names("python:3.11-slim", "www-data"), [true, true]);
    assert.deepEqual(names("python:3.11-slim", "app"), [false, false]);
    assert.deepEqual(names("python:3.11-alpine", "nogroup"), [false, true]);
    assert.deepEqual(names("node:22-slim", "node"), [true, true]);
    assert.deepEqual(names("redis:7-alpine", "redis"), [true, true]);
    assert.deepEqual(names("gcr.io/distroless/python3", "nonroot"), [true, true]);
  });

  it("are none of an image that nobody knows, whatever its name", () => {
    assert.deepEqual(names("constructor", "root"), [false, false]);
  });
});

describe("a program in a stage", () => {
  const has = (text: string, program: string) => of(text, (model, stage) => hasProgram(model, stage, program));

  it("is there once a package of that name is installed in its own chain", () => {
    assert.equal(has(`${SLIM}RUN apt-get update && apt-get install -y --no-install-recommends curl=8\n`, "curl"), true);
    assert.equal(has(`${SLIM.trim()} AS a\nRUN apt-get install -y curl\nFROM a\n`, "curl"), true);
  });

  it("is not there when only a builder installs it", () => {
    assert.equal(
      has(`FROM python:3.11 AS b\nRUN apt-get install -y curl\n${SLIM}COPY --from=b /x /y\n`, "curl"),
      false,
    );
  });

  it("is not there any more once it is removed, by its name or its group's", () => {
    assert.equal(has(`${SLIM}RUN apt-get install -y curl && curl x && apt-get purge -y curl\n`, "curl"), false);
    assert.equal(has("FROM alpine:3\nRUN apk add --virtual .b curl && apk del .b\n", "curl"), false);
    assert.equal(has("FROM alpine:3 AS a\nRUN apk del curl\nFROM a\nRUN apk add curl\n", "curl"), true);
  });

  it("is not known where a script or a list from elsewhere installs", () => {
    for (const step of ["./setup.sh", "bash setup.sh", "apt-get install -y $LIST", "xargs apt-get install < list"])
      assert.equal(has(`${SLIM}RUN ${step}\n`, "curl"), undefined, step);
    assert.equal(has(`${SLIM}COPY --from=b / /\n`, "curl"), undefined);
    assert.equal(has(`${SLIM}COPY --from=b /install /usr/local\n`, "curl"), false);
    assert.equal(has(`${SLIM}RUN apt-get install -y curl:amd64\n`, "curl"), true);
  });

  it("may be copied in", () => {
    assert.equal(has(`${SLIM}COPY --from=x /usr/bin/curl /usr/bin/\n`, "curl"), true);
  });
});

describe("created users", () => {
  it("are found behind options with and without values", () => {
    assert.deepEqual(users("RUN useradd -m -u 10001 -s /bin/bash app\n"), ["app"]);
    assert.deepEqual(users("RUN useradd --uid=5 --no-create-home appuser && true\n"), ["appuser"]);
    assert.deepEqual(users("RUN groupadd -r g && useradd -r -g g app\n"), ["app"]);
    assert.deepEqual(users("RUN adduser --disabled-password --gecos '' app\n"), ["app"]);
    assert.deepEqual(users("RUN addgroup -S g && adduser -S -G g -D app\n"), ["app"]);
    assert.deepEqual(users("RUN echo 'app:x:1000:1000::/:/bin/sh' >> /etc/passwd\n"), ["app"]);
  });

  it("are found behind values that stand in their option's word, and by variables", () => {
    assert.deepEqual(users("RUN useradd -gusers -Gaudio -s/bin/sh app\n"), ["app"]);
    assert.deepEqual(users("RUN adduser -D -g 'Full Name' -h /app app\nRUN adduser app audio\n"), ["app"]);
    assert.deepEqual(users("ARG NAME=app\nRUN useradd -r $NAME\n"), ["app"]);
    assert.deepEqual(users("RUN <<EOF\nuseradd -r \\\n  app\nEOF\n"), ["app"]);
  });

  it("bring a group of their own unless they are given another", () => {
    const groups = (text: string) => of(SLIM + text, (model, stage) => [...createdGroups(model, stage).keys()]);
    assert.deepEqual(groups("RUN useradd app\n"), ["app"]);
    assert.deepEqual(groups("RUN groupadd -g 5 web && useradd -g web app\n"), ["web"]);
    assert.deepEqual(groups("RUN useradd -G audio app\n"), ["app"]);
    assert.deepEqual(groups("RUN adduser -g 'Full Name' app\n"), ["app"]);
    for (const without of ["useradd -rN app", "useradd -mg root app", "adduser -S app", "adduser -G www app"])
      assert.deepEqual(groups(`RUN ${without}\n`), [], without);
    assert.deepEqual(groups("RUN adduser --system --group app\nRUN echo 'web:x:70:' >> /etc/group\n"), ["app", "web"]);
  });
});

describe("copied files", () => {
  it("land where WORKDIR and the destination say", () => {
    assert.deepEqual(lands(`${SLIM}WORKDIR /app\nCOPY . .\n`, "src/app.py"), ["/app/src/app.py"]);
    assert.deepEqual(lands(`${SLIM}WORKDIR /app\nCOPY src .\n`, "src/app.py"), ["/app/app.py"]);
    assert.deepEqual(lands(`${SLIM}WORKDIR /app\nCOPY ./src/ ./src/\n`, "src/app.py"), ["/app/src/app.py"]);
    assert.deepEqual(lands(`${SLIM}COPY src/app.py /srv/main.py\n`, "src/app.py"), ["/srv/main.py"]);
    assert.deepEqual(lands(`${SLIM}COPY ["src/app.py", "/srv/"]\n`, "src/app.py"), ["/srv/app.py"]);
    assert.deepEqual(lands(`${SLIM}COPY src/*.py a /srv/\n`, "src/app.py"), ["/srv/app.py"]);
  });

  it("land inside of a folder that is there, slash or not", () => {
    assert.deepEqual(lands(`${SLIM}WORKDIR /app\nCOPY src/app.py /app\n`, "src/app.py"), ["/app/app.py"]);
    assert.deepEqual(lands(`${SLIM}WORKDIR /srv/app\nCOPY src/app.py ..\n`, "src/app.py"), ["/srv/app.py"]);
    assert.deepEqual(lands(`${SLIM}RUN mkdir -p /app/x\nCOPY src/app.py /app\n`, "src/app.py"), ["/app/app.py"]);
    assert.deepEqual(lands(`${SLIM}COPY src/app.py /app\nWORKDIR /srv\n`, "src/app.py"), ["/app"]);
    assert.deepEqual(lands(`${SLIM}COPY src/app.py /usr/local/bin\n`, "src/app.py"), ["/usr/local/bin/app.py"]);
    const later = `${SLIM.trim()} AS a\nCOPY lib/ /app/\nFROM a\nCOPY src/app.py /app\n`;
    assert.deepEqual(lands(later, "src/app.py"), [undefined, "/app/app.py"]);
  });

  it("are found by quotes, classes and --parents", () => {
    assert.deepEqual(lands(`${SLIM}COPY "src/app.py" '/srv/'\n`, "src/app.py"), ["/srv/app.py"]);
    assert.deepEqual(lands(`${SLIM}COPY src/[^x]pp.p? /srv/\n`, "src/app.py"), ["/srv/app.py"]);
    assert.deepEqual(lands(`${SLIM}COPY s*/[b-z]* /srv/\n`, "src/app.py"), [undefined]);
    assert.deepEqual(lands(`${SLIM}COPY * /srv/\n`, "src/app.py"), ["/srv/app.py"]);
    assert.deepEqual(lands(`${SLIM}COPY --parents src/app.py /srv/\n`, "src/app.py"), ["/srv/src/app.py"]);
    assert.deepEqual(lands(`${SLIM}ADD app.tar.gz /srv/\n`, "app.tar.gz"), [undefined]);
    assert.deepEqual(lands(`${SLIM}COPY <<EOF app.py /srv/\ntext\nEOF\n`, "app.py"), ["/srv/app.py"]);
    assert.deepEqual(lands(`# escape=\`\r\n${SLIM}COPY src \`\r\n  # why\r\n  /srv\r\n`, "src/app.py"), [
      "/srv/app.py",
    ]);
  });

  it("are matched against a pattern full of stars in no time", () => {
    const started = performance.now();
    lands(`${SLIM}COPY ${"*a".repeat(200)}b /srv/\n`, "a".repeat(4000));
    assert.ok(performance.now() - started < 2_000);
  });

  it("are not those of other files and other stages", () => {
    assert.deepEqual(lands(`${SLIM}COPY lib /x\nCOPY --from=b . /y\n`, "src/app.py"), [undefined, undefined]);
  });
});

describe("what a container starts", () => {
  it("is ENTRYPOINT and CMD together", () => {
    assert.deepEqual(start('FROM a\nENTRYPOINT ["python"]\nCMD ["x.py"]\n'), ["python", "x.py"]);
    assert.deepEqual(start("FROM a\nENTRYPOINT python y.py\nCMD z\n"), ["python", "y.py"]);
    assert.deepEqual(start('FROM a AS b\nCMD ["one"]\nFROM b\nENTRYPOINT ["two"]\n'), ["two"]);
    assert.deepEqual(start("FROM a\nCMD cd /x && exec flask run\n"), ["flask", "run"]);
    assert.equal(start("FROM a\n"), undefined);
  });

  it("is nothing of what an empty list takes away", () => {
    assert.deepEqual(start('FROM a AS b\nENTRYPOINT ["one"]\nFROM b\nENTRYPOINT []\nCMD ["two"]\n'), ["two"]);
    assert.equal(start("FROM a AS b\nCMD two\nFROM b\nCMD []\n"), undefined);
    assert.equal(of("FROM a\nENTRYPOINT []\nCMD two\n", startCommand)?.shellForm, true);
  });
});

describe("the folder and the variables of a stage", () => {
  it("follow WORKDIR and ENV through local parents", () => {
    const text = `${SLIM.trim()} AS a\nENV D=/srv\nWORKDIR $D\nFROM a\nWORKDIR app\n`;
    assert.equal(of(text, workdirAt), "/srv/app");
    assert.equal(of(text, environmentOf).get("D"), "/srv");
  });

  it("are known up to the instruction that is asked about", () => {
    const model = modelOf(`${SLIM}WORKDIR /a\nENV A=1 B=$A\nWORKDIR b\nENV A=2 B=$A\n`);
    const stage = finalStageOf(model);
    assert.equal(workdirAt(model, stage, stage.instructions[3]), "/a");
    assert.deepEqual(
      [...environmentOf(model, stage, stage.instructions[4])],
      [
        ["A", "1"],
        ["B", ""],
      ],
    );
    assert.deepEqual(
      [...environmentOf(model, stage)],
      [
        ["A", "2"],
        ["B", "1"],
      ],
    );
  });

  it("are soon known of a long file", () => {
    const lines = Array.from({ length: 330 }, (_, at) => `ENV A${at}=/$A${at - 1}x\nWORKDIR $A${at}\nCOPY a b\n`);
    const started = performance.now();
    of(SLIM + lines.join(""), copiesOf);
    of(SLIM + lines.join(""), environmentOf);
    assert.ok(performance.now() - started < 2_000);
  });

  it("are not known where the base or a variable is not", () => {
    assert.equal(of(`${SLIM}WORKDIR $D/x\nENV D=/srv\n`, workdirAt), undefined);
    assert.equal(of(`${SLIM}WORKDIR \${D:-/srv}\n`, workdirAt), "/srv");
    assert.equal(of("FROM ghcr.io/x/y\nWORKDIR app\n", workdirAt), undefined);
    assert.equal(of(`${SLIM}ARG D\nWORKDIR $D\n`, workdirAt), undefined);
    assert.equal(of(SLIM, workdirAt), "/");
  });
});

describe("the app's port", () => {
  const port = (text: string) => of(SLIM + text, appPort);

  it("is what the start command, a variable or the only EXPOSE says", () => {
    assert.equal(port('CMD ["gunicorn", "--bind", "0.0.0.0:8000", "app:app"]\nEXPOSE 5000\n'), 8000);
    assert.equal(port('CMD ["flask", "run", "--port=5001"]\n'), 5001);
    assert.equal(port('ENV FLASK_RUN_PORT=7000\nCMD ["flask", "run"]\n'), 7000);
    assert.equal(port("EXPOSE 5000/tcp\nCMD python app.py\n"), 5000);
    assert.equal(port("EXPOSE 5000 6000\n"), undefined);
  });

  it("is read as the program that starts reads it", () => {
    assert.equal(port("CMD gunicorn -p app.pid -b 0.0.0.0:8000 app:app\n"), 8000);
    assert.equal(port('CMD ["gunicorn", "-b0.0.0.0:8000", "app:app"]\n'), 8000);
    assert.equal(port("ENV PORT=7000\nCMD gunicorn --bind 0.0.0.0:$PORT app:app\n"), 7000);
    assert.equal(port("ENV PORT=7000\nCMD gunicorn app:app\n"), 7000);
    assert.equal(port("CMD gunicorn --bind :${PORT:-8080} app:app\n"), 8080);
    assert.equal(port("ENV GUNICORN_CMD_ARGS='--bind=0.0.0.0:8000'\nEXPOSE 5000\nCMD flask run\n"), 5000);
    assert.equal(port("CMD flask run -p 5001\n"), 5001);
    assert.equal(port("CMD gunicorn --bind 0.0.0.0:99999 app:app\n"), undefined);
  });
});
