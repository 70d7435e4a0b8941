import assert from "node:assert/strict";
import { appPort } from "../../../src/core/image/app-port";
import { baseHasProgram } from "../../../src/core/image/base-programs";
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

  it("are not known of images that nobody knows", () => {
    assert.equal(has("ghcr.io/someone/base:1", "curl"), undefined);
    assert.equal(has(`python@sha256:${"a".repeat(64)}`, "curl"), undefined);
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

  it("bring a group of their own unless they are given another", () => {
    const groups = (text: string) => of(SLIM + text, (model, stage) => [...createdGroups(model, stage).keys()]);
    assert.deepEqual(groups("RUN useradd app\n"), ["app"]);
    assert.deepEqual(groups("RUN groupadd -g 5 web && useradd -g web app\n"), ["web"]);
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
});

describe("the folder and the variables of a stage", () => {
  it("follow WORKDIR and ENV through local parents", () => {
    const text = `${SLIM.trim()} AS a\nENV D=/srv\nWORKDIR $D\nFROM a\nWORKDIR app\n`;
    assert.equal(of(text, workdirAt), "/srv/app");
    assert.equal(of(text, environmentOf).get("D"), "/srv");
  });

  it("are not known where the base or a variable is not", () => {
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
});
