import { singleStageBuild } from "../../../src/core/rules/single-stage-build";
import { testRule } from "../../support/rule-tester";

const REQUIREMENTS = { "requirements.txt": "flask>=3.0.0\nredis>=5.0.0 # the counter\n", "src/app.py": "" };
const CMD = 'CMD ["python", "src/app.py"]\n';
const only = { message: "single" };
const splits = (text: string) => [
  { message: "single", fixes: [{ title: "Install in a first stage, ship a second one from python:3.11-slim", text }] },
];

testRule(singleStageBuild, {
  valid: [
    "FROM python:3.11 AS builder\nFROM python:3.11-slim\n",
    { name: "in lower case", text: "from python:3.11 as builder\nfrom python:3.11-slim\n" },
    { name: "no FROM yet", text: "# FROM python:3.11\n" },
  ],
  invalid: [
    {
      name: "the naive file of the course",
      text: `FROM «python:3.11»\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\nEXPOSE 5000\n${CMD}`,
      with: REQUIREMENTS,
      findings: splits(
        `FROM python:3.11 AS builder\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install --prefix=/install -r requirements.txt\n\nFROM python:3.11-slim\nWORKDIR /app\nCOPY --from=builder /install /usr/local\nCOPY . .\nEXPOSE 5000\n${CMD}`,
      ),
    },
    {
      name: "without the requirements' text, the source stays in the first stage too",
      text: `FROM «python:3.11»\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\n${CMD}`,
      findings: splits(
        `FROM python:3.11 AS builder\nWORKDIR /app\nCOPY . .\nRUN pip install --prefix=/install -r requirements.txt\n\nFROM python:3.11-slim\nWORKDIR /app\nCOPY --from=builder /install /usr/local\nCOPY . .\n${CMD}`,
      ),
    },
    {
      name: "requirements that name more than packages need the source beside them",
      text: `FROM «python:3.11»\nWORKDIR /app\nCOPY . /app\nRUN pip install -r requirements.txt\n${CMD}`,
      with: { "requirements.txt": "flask\n./vendor/thing\n" },
      findings: splits(
        `FROM python:3.11 AS builder\nWORKDIR /app\nCOPY . /app\nRUN pip install --prefix=/install -r requirements.txt\n\nFROM python:3.11-slim\nWORKDIR /app\nCOPY --from=builder /install /usr/local\nCOPY . /app\n${CMD}`,
      ),
    },
    {
      name: "comments go with their lines, settings go to what is shipped, and all below the installation stays",
      text: `# The app\nFROM «python:3.11»\n\n# settings\nENV PORT=5000 \\\n    # the second\n    DEBUG=0\n\nENV PIP_NO_CACHE_DIR=1\n\n# work here\nWORKDIR /app\n\n# packages\nCOPY requirements.txt ./\nRUN pip install --no-cache-dir -r requirements.txt\n\n# source\nCOPY src/ src/\n\n# who\nRUN useradd app\nUSER app\nHEALTHCHECK CMD python -c "0"\n# start\n${CMD}`,
      with: REQUIREMENTS,
      findings: splits(
        `# The app\nFROM python:3.11 AS builder\n\nENV PIP_NO_CACHE_DIR=1\n\n# work here\nWORKDIR /app\n\n# packages\nCOPY requirements.txt ./\nRUN pip install --prefix=/install --no-cache-dir -r requirements.txt\n\nFROM python:3.11-slim\n# settings\nENV PORT=5000 \\\n    # the second\n    DEBUG=0\nWORKDIR /app\nCOPY --from=builder /install /usr/local\n\n# source\nCOPY src/ src/\n\n# who\nRUN useradd app\nUSER app\nHEALTHCHECK CMD python -c "0"\n# start\n${CMD}`,
      ),
    },
    {
      name: "a slim base, in lower case, indented, CRLF",
      text: `  from «python:3.11-slim»\r\n  workdir /app\r\n  copy . .\r\n  run pip install -r requirements.txt\r\n  cmd ["python", "src/app.py"]`,
      with: REQUIREMENTS,
      findings: splits(
        `  from python:3.11-slim as builder\r\n  workdir /app\r\n  copy requirements.txt .\r\n  run pip install --prefix=/install -r requirements.txt\r\n\r\n  from python:3.11-slim\r\n  workdir /app\r\n  copy --from=builder /install /usr/local\r\n  copy . .\r\n  cmd ["python", "src/app.py"]`,
      ),
    },
    {
      name: "a step on several lines, pip itself renewed, its cache removed",
      text: `FROM «python:3.11-bookworm»\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install --upgrade pip && \\\n    # all of them\n    python -m pip install \\\n      -r requirements.txt && rm -rf /root/.cache/pip\nCOPY src ./src\n${CMD}`,
      findings: [
        {
          message: "single",
          fixes: [
            {
              text: `FROM python:3.11-bookworm AS builder\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install --upgrade pip && \\\n    # all of them\n    python -m pip install --prefix=/install \\\n      -r requirements.txt && rm -rf /root/.cache/pip\n\nFROM python:3.11-slim-bookworm\nWORKDIR /app\nCOPY --from=builder /install /usr/local\nCOPY src ./src\n${CMD}`,
            },
          ],
        },
      ],
    },
    {
      name: "compilers stay behind, what the app uses moves, and the user of a COPY is in both",
      text: `FROM --platform=linux/amd64 «python:3.11»\nARG DIR=/app\nRUN apt-get update && apt-get install -y --no-install-recommends gcc && rm -rf /var/lib/apt/lists/*\nRUN apt-get update && apt-get install -y --no-install-recommends libpq5 && rm -rf /var/lib/apt/lists/*\nRUN useradd app\nWORKDIR $DIR\nCOPY --chown=app . .\nRUN pip install -r requirements.txt\nUSER app\n${CMD}`,
      findings: splits(
        `FROM --platform=linux/amd64 python:3.11 AS builder\nARG DIR=/app\nRUN apt-get update && apt-get install -y --no-install-recommends gcc && rm -rf /var/lib/apt/lists/*\nRUN useradd app\nWORKDIR $DIR\nCOPY --chown=app . .\nRUN pip install --prefix=/install -r requirements.txt\n\nFROM --platform=linux/amd64 python:3.11-slim\nARG DIR=/app\nRUN apt-get update && apt-get install -y --no-install-recommends libpq5 && rm -rf /var/lib/apt/lists/*\nRUN useradd app\nWORKDIR $DIR\nCOPY --from=builder /install /usr/local\nCOPY --chown=app . .\nUSER app\n${CMD}`,
      ),
    },
    {
      name: "a stage with a name keeps it; a variable stays in front of -slim",
      text: `ARG V=3.11\nFROM «python:\${V}» AS base\nRUN pip install flask gunicorn\nWORKDIR /srv\nCOPY app.py .\nCMD ["python", "app.py"]\n`,
      findings: [
        {
          message: "single",
          fixes: [
            {
              title: "Install in a first stage, ship a second one from python:${V}-slim",
              text: `ARG V=3.11\nFROM python:\${V} AS base\nRUN pip install --prefix=/install flask gunicorn\n\nFROM python:\${V}-slim\nCOPY --from=base /install /usr/local\nWORKDIR /srv\nCOPY app.py .\nCMD ["python", "app.py"]\n`,
            },
          ],
        },
      ],
    },
    {
      name: "requirements in a folder of the context",
      text: `FROM «python:3.11»\nWORKDIR /app\nCOPY backend/ ./\nRUN pip install -r requirements.txt\nCMD ["python", "app.py"]\n`,
      with: { "backend/requirements.txt": "flask\n" },
      findings: splits(
        `FROM python:3.11 AS builder\nWORKDIR /app\nCOPY backend/requirements.txt ./\nRUN pip install --prefix=/install -r requirements.txt\n\nFROM python:3.11-slim\nWORKDIR /app\nCOPY --from=builder /install /usr/local\nCOPY backend/ ./\nCMD ["python", "app.py"]\n`,
      ),
    },
    // one FROM alone counts, and nothing is offered where it is not sure
    { name: "FROM in a comment", text: "FROM «python:3.11»\n# FROM python:3.11-slim\n", findings: [only] },
    {
      name: "FROM in a heredoc",
      text: "FROM «python:3.11»\nRUN <<EOF\nFROM python:3.11-slim\nEOF\n",
      findings: [only],
    },
    { name: "FROM behind ONBUILD, which Docker refuses", text: "FROM «x:1»\nONBUILD RUN true\n", findings: [only] },
    { name: "another image", text: "FROM «node:22»\nRUN npm ci\n", findings: [only] },
    { name: "nothing is installed", text: `FROM «python:3.11»\nCOPY . .\n${CMD}`, findings: [only] },
    {
      name: "packages that need libraries of the full image",
      text: `FROM «python:3.11»\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n${CMD}`,
      with: { "requirements.txt": "psycopg2==2.9.9\n" },
      findings: [only],
    },
    {
      name: "a probe with curl, which slim does not have",
      text: `FROM «python:3.11»\nRUN pip install flask\nHEALTHCHECK CMD curl -f http://localhost:5000/health\n${CMD}`,
      findings: [only],
    },
    {
      name: "several installations",
      text: `FROM «python:3.11»\nRUN pip install flask\nRUN pip install redis\n${CMD}`,
      findings: [only],
    },
    {
      name: "into a place of its own",
      text: `FROM «python:3.11»\nRUN pip install --target=/libs flask\n${CMD}`,
      findings: [only],
    },
    { name: "for one user", text: `FROM «python:3.11»\nRUN pip install --user flask\n${CMD}`, findings: [only] },
    {
      name: "not as root",
      text: `FROM «python:3.11»\nRUN useradd -m app\nUSER app\nRUN pip install flask\n${CMD}`,
      findings: [only],
    },
    {
      name: "into a virtual environment",
      text: `FROM «python:3.11»\nRUN python -m venv /venv\nENV PATH=/venv/bin:$PATH\nRUN pip install flask\n${CMD}`,
      findings: [only],
    },
    {
      name: "headers whose library the app needs",
      text: `FROM «python:3.11»\nRUN apt-get update && apt-get install -y libpq-dev\nRUN pip install flask\n${CMD}`,
      findings: [only],
    },
    {
      name: "compilers are removed afterwards",
      text: `FROM «python:3.11-slim»\nRUN apt-get update && apt-get install -y gcc\nRUN pip install flask\nRUN apt-get purge -y gcc\n${CMD}`,
      findings: [only],
    },
    {
      name: "the step does something else too",
      text: `FROM «python:3.11»\nCOPY . .\nRUN pip install -r requirements.txt && python setup.py build\n${CMD}`,
      findings: [only],
    },
    {
      name: "Compose builds the stage by its name",
      text: `FROM «python:3.11» AS app\nRUN pip install flask\n${CMD}`,
      with: { "compose.yaml": "services:\n  api:\n    build:\n      context: .\n      target: app\n" },
      findings: [only],
    },
    {
      name: "a digest names the full image",
      text: `FROM «python:3.11@sha256:${"a".repeat(64)}»\nRUN pip install flask\n${CMD}`,
      findings: [only],
    },
  ],
});
