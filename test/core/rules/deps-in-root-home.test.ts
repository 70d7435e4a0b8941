import { depsInRootHome } from "../../../src/core/rules/deps-in-root-home";
import { testRule } from "../../support/rule-tester";

const BUILDER =
  "FROM python:3.11 AS builder\nCOPY requirements.txt .\nRUN pip install --user --no-cache-dir -r requirements.txt\n\n";
const SHARED = BUILDER.replace("--user", "--prefix=/install");
const FINAL = "FROM python:3.11-slim\nRUN useradd app\n";
const TAIL = 'USER app\nCMD ["python", "app.py"]\n';

testRule(depsInRootHome, {
  valid: [
    `${SHARED}${FINAL}COPY --from=builder /install /usr/local\n${TAIL}`,
    {
      name: "copied to the user's home",
      text: `${BUILDER}${FINAL}COPY --from=builder --chown=app /root/.local /home/app/.local\n${TAIL}`,
    },
    {
      name: "copied to where all can read",
      text: `${BUILDER}${FINAL}COPY --from=builder /root/.local /usr/local\n${TAIL}`,
    },
    {
      name: "installed by the user, into the user's home",
      text: `FROM python:3.11\nRUN useradd -m app\nUSER app\nRUN pip install --user flask\n`,
    },
    { name: "another home", text: "FROM python:3.11\nENV HOME=/srv\nRUN pip install --user flask\nUSER 1\n" },
    {
      name: "another place for user packages",
      text: "FROM python:3.11\nENV PYTHONUSERBASE=/opt/py\nRUN pip install --user flask\nUSER 1\n",
    },
    {
      name: "root's home is opened",
      text: `${BUILDER}${FINAL}COPY --from=builder /root/.local /root/.local\nRUN chmod 755 /root\n${TAIL}`,
    },
    {
      name: "only in a stage that is not shipped",
      text: `${BUILDER}FROM python:3.11-slim\nCOPY --from=builder /srv /srv\n`,
    },
    { name: "a local file that has the name", text: "FROM python:3.11\nCOPY root/.local /app/.local\nUSER 1\n" },
  ],
  invalid: [
    {
      name: "builder and shipped stage change together, and PATH goes",
      text: `${BUILDER}${FINAL}COPY --from=builder «/root/.local /root/.local»\nENV PATH=/root/.local/bin:$PATH\n${TAIL}`,
      findings: [
        {
          message: "home",
          severity: "warning",
          fixes: [
            {
              title: "Install the packages for all users",
              text: `${SHARED}${FINAL}COPY --from=builder /install /usr/local\n${TAIL}`,
            },
          ],
        },
      ],
    },
    {
      name: "a PATH with more than that, or with a comment, is left",
      text: `${BUILDER}${FINAL}COPY --from=builder «/root/.local /root/.local»\nENV PATH=/root/.local/bin:$PATH \\\n    MODE=1\n# programs\nENV PATH="/root/.local/bin:\${PATH}"\n${TAIL}`,
      findings: [
        {
          message: "home",
          fixes: [
            {
              text: `${SHARED}${FINAL}COPY --from=builder /install /usr/local\nENV PATH=/root/.local/bin:$PATH \\\n    MODE=1\n# programs\nENV PATH="/root/.local/bin:\${PATH}"\n${TAIL}`,
            },
          ],
        },
      ],
    },
    {
      name: "while root runs it, it works: information",
      text: `${BUILDER}FROM python:3.11-slim\nCOPY --from=builder «/root/.local /root/.local»\nCMD ["python", "app.py"]\n`,
      findings: [
        {
          message: "home",
          severity: "information",
          fixes: [
            {
              text: `${SHARED}FROM python:3.11-slim\nCOPY --from=builder /install /usr/local\nCMD ["python", "app.py"]\n`,
            },
          ],
        },
      ],
    },
    {
      name: "root, but PATH does not lead to the program",
      text: `${BUILDER}FROM python:3.11-slim\nCOPY --from=builder «/root/.local /root/.local»\nCMD ["gunicorn", "-b", "0.0.0.0:5000", "app:app"]\n`,
      findings: [
        {
          message: "home",
          severity: "warning",
          fixes: [
            {
              text: `${SHARED}FROM python:3.11-slim\nCOPY --from=builder /install /usr/local\nCMD ["gunicorn", "-b", "0.0.0.0:5000", "app:app"]\n`,
            },
          ],
        },
      ],
    },
    {
      name: "one stage: the option goes; lower case, CRLF, continuation lines",
      text: "from python:3.11-slim\r\nrun python -m pip install \\\r\n    «--user» \\\r\n    flask\r\nuser 10001\r\n",
      findings: [
        {
          message: "home",
          severity: "warning",
          fixes: [
            {
              text: "from python:3.11-slim\r\nrun python -m pip install \\\r\n    flask\r\nuser 10001\r\n",
            },
          ],
        },
      ],
    },
    {
      name: "several installs in one stage",
      text: "FROM python:3.11-slim\nRUN pip install «--user» flask && pip3 install redis --user\nUSER 10001\n",
      findings: [
        {
          message: "home",
          fixes: [{ text: "FROM python:3.11-slim\nRUN pip install flask && pip3 install redis\nUSER 10001\n" }],
        },
      ],
    },
    {
      name: "another Python in the two stages: no fix, for the folders differ",
      text: `${BUILDER}FROM python:3.12-slim\nCOPY --from=builder «/root/.local /root/.local»\nUSER 10001\n`,
      findings: [{ message: "home" }],
    },
    {
      name: "the builder goes on to use the packages: no fix",
      text: `FROM python:3.11 AS builder\nRUN pip install --user nltk\nRUN python -m nltk.downloader punkt\nFROM python:3.11-slim\nCOPY --from=builder «/root/.local /root/.local»\nUSER 10001\n`,
      findings: [{ message: "home" }],
    },
    {
      name: "something else counts on the old place: no fix",
      text: `${BUILDER}FROM python:3.11-slim\nCOPY --from=builder «/root/.local /root/.local»\nUSER 10001\nCMD ["/root/.local/bin/gunicorn"]\n`,
      findings: [{ message: "home" }],
    },
    {
      name: "a part of it only: no fix",
      text: `${BUILDER}FROM python:3.11-slim\nCOPY --from=builder «/root/.local/lib /root/.local/lib»\nUSER 10001\n`,
      findings: [{ message: "home" }],
    },
    {
      name: "inside sh -c: no fix",
      text: 'FROM python:3.11-slim\nRUN sh -c «"pip install --user flask"»\nUSER 10001\n',
      findings: [{ message: "home" }],
    },
    {
      name: "a stage that both others are built on: no fix, for it would have to be at two places",
      text: "FROM python:3.11-slim AS base\nRUN pip install --user flask\nFROM base AS more\nRUN pip install --user redis\nFROM base\nCOPY --from=more «/root/.local /root/.local»\nUSER 10001\n",
      findings: [{ message: "home" }],
    },
  ],
});
