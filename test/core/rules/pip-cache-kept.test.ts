import { pipCacheKept } from "../../../src/core/rules/pip-cache-kept";
import { testRule } from "../../support/rule-tester";

const FROM = "FROM python:3.11-slim\n";

testRule(pipCacheKept, {
  valid: [
    `${FROM}RUN pip install --no-cache-dir flask==3.1.0\n`,
    { name: "a variable switches it off", text: `${FROM}ENV PIP_NO_CACHE_DIR=1\nRUN pip install flask==3.1.0\n` },
    {
      name: "any value of the variable switches it off, 0 and off too",
      text: `${FROM}ENV PIP_NO_CACHE_DIR=off\nRUN pip install flask==3.1.0\n`,
    },
    { name: "an ARG does too", text: `${FROM}ARG PIP_NO_CACHE_DIR=true\nRUN pip install flask==3.1.0\n` },
    { name: "for one command", text: `${FROM}RUN PIP_NO_CACHE_DIR=1 pip install flask==3.1.0\n` },
    {
      name: "edge case 8: a cache mount takes it",
      text: `${FROM}RUN --mount=type=cache,target=/root/.cache/pip pip install flask==3.1.0\n`,
    },
    {
      name: "edge case 8: of another user's home",
      text: `${FROM}RUN --mount=type=cache,target=/home/app/.cache/pip,uid=1000 pip install flask==3.1.0\n`,
    },
    {
      name: "edge case 8: at PIP_CACHE_DIR",
      text: `${FROM}ENV PIP_CACHE_DIR=/c\nRUN --mount=type=cache,target=/c pip install flask==3.1.0\n`,
    },
    { name: "edge case 8: pipenv and pipx are others", text: `${FROM}RUN pipx install poetry && pipenv install\n` },
    { name: "uv is another", text: `${FROM}RUN uv pip install flask==3.1.0\n` },
    { name: "deleted in the same step", text: `${FROM}RUN pip install flask==3.1.0 && rm -rf /root/.cache/pip\n` },
    { name: "purged in the same step", text: `${FROM}RUN pip install flask==3.1.0 && pip cache purge\n` },
    { name: "configured before", text: `${FROM}RUN pip config set global.no-cache-dir true\nRUN pip install x==1\n` },
    {
      name: "edge case 13: a heredoc that is data, with a space after <<",
      text: `${FROM}RUN cat << 'EOF' > x\npip install flask\n\nEOF\n`,
    },
    { name: "a word in a text", text: `${FROM}RUN echo "pip install flask"\n` },
    { name: "ONBUILD is for other images", text: `${FROM}ONBUILD RUN pip install flask\n` },
  ],
  invalid: [
    {
      text: `${FROM}RUN pip «install» -r requirements.txt\n`,
      findings: [{ message: "kept", fixes: [{ text: `${FROM}RUN pip install --no-cache-dir -r requirements.txt\n` }] }],
    },
    {
      name: "python -m pip, in lower case, over several lines, CRLF",
      text: "from python:3.11-slim\r\nrun python -m pip \\\r\n  # the packages\r\n  «install» \\\r\n  flask==3.1.0\r\n",
      findings: [
        {
          message: "kept",
          fixes: [
            {
              text: "from python:3.11-slim\r\nrun python -m pip \\\r\n  # the packages\r\n  install --no-cache-dir \\\r\n  flask==3.1.0\r\n",
            },
          ],
        },
      ],
    },
    {
      name: "a stage that is not shipped: a hint",
      text: `FROM python:3.11 AS b\nRUN pip «install» -r requirements.txt\n${FROM}COPY --from=b /x /y\n`,
      findings: [
        {
          message: "kept",
          severity: "hint",
          fixes: [
            {
              text: `FROM python:3.11 AS b\nRUN pip install --no-cache-dir -r requirements.txt\n${FROM}COPY --from=b /x /y\n`,
            },
          ],
        },
      ],
    },
    {
      name: "an empty variable says nothing",
      text: `${FROM}ENV PIP_NO_CACHE_DIR=\nRUN pip «install» x==1\n`,
      findings: [
        {
          message: "kept",
          fixes: [{ text: `${FROM}ENV PIP_NO_CACHE_DIR=\nRUN pip install --no-cache-dir x==1\n` }],
        },
      ],
    },
    {
      name: "JSON form, where each word has quotes",
      text: `${FROM}RUN ["pip3", "«install»", "x==1"]\n`,
      findings: [{ message: "kept", fixes: [{ text: `${FROM}RUN ["pip3", "install", "--no-cache-dir", "x==1"]\n` }] }],
    },
    {
      name: "edge case 8: a cache mount on something else",
      text: `${FROM}RUN --mount=type=cache,target=/var/cache/apt pip «install» x==1\n`,
      findings: [
        {
          message: "kept",
          fixes: [{ text: `${FROM}RUN --mount=type=cache,target=/var/cache/apt pip install --no-cache-dir x==1\n` }],
        },
      ],
    },
    {
      name: "edge case 13: a heredoc with a space after <<",
      text: `${FROM}RUN << 'EOF'\npip «install» x==1\nEOF\n`,
      findings: [{ message: "kept", fixes: [{ text: `${FROM}RUN << 'EOF'\npip install --no-cache-dir x==1\nEOF\n` }] }],
    },
    {
      name: "edge case 19: a line continued by a backtick",
      text: "# escape=`\nFROM python:3.11-slim\nRUN pip «install» `\n  x==1\n",
      findings: [
        {
          message: "kept",
          fixes: [{ text: "# escape=`\nFROM python:3.11-slim\nRUN pip install --no-cache-dir `\n  x==1\n" }],
        },
      ],
    },
    {
      name: "in a heredoc",
      text: `${FROM}RUN <<EOF\npip «install» x==1\nEOF\n`,
      findings: [{ message: "kept", fixes: [{ text: `${FROM}RUN <<EOF\npip install --no-cache-dir x==1\nEOF\n` }] }],
    },
    {
      name: "in a script of sh -c: nothing is put in there",
      text: `${FROM}RUN ["sh", "-c", "«pip install x==1»"]\n`,
      findings: [{ message: "kept" }],
    },
  ],
});
