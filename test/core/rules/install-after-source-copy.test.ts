import { installAfterSourceCopy } from "../../../src/core/rules/install-after-source-copy";
import { testRule } from "../../support/rule-tester";

const FROM = "FROM python:3.11\nWORKDIR /app\n";
const PIP = "RUN pip install -r requirements.txt\n";
const FIRST = "COPY requirements.txt .\n";
/** The folder that the Dockerfile is built in. */
const FOLDER = {
  "requirements.txt": "flask>=3.0.0\nredis>=5.0.0\n",
  "src/app.py": "",
  ".dockerignore": "**/__pycache__\n**/venv\n**/.git\n**/.env\n",
};
const FIX = "Copy the requirements first, and the source behind the installation";

testRule(installAfterSourceCopy, {
  valid: [
    `${FROM}${FIRST}${PIP}COPY . .\n`,
    {
      name: "in the builder",
      text: `FROM python:3.11 AS b\n${FIRST}RUN pip install --prefix=/install -r requirements.txt\nCOPY . .\n`,
    },
    { name: "no requirements file", text: `${FROM}COPY . .\nRUN pip install flask==3.1.0\n` },
    { name: "the project itself is installed", text: `${FROM}COPY . .\nRUN pip install -r requirements.txt -e .\n` },
    { name: "in a second command", text: `${FROM}COPY . .\nRUN pip install -r requirements.txt && pip install .\n` },
    {
      name: "a package that lies in the project",
      text: `${FROM}COPY . .\nRUN pip install -r requirements.txt ./lib\n`,
    },
    {
      name: "wheels of the project",
      text: `${FROM}COPY . .\nRUN pip install --find-links=wheels -r requirements.txt\n`,
    },
    {
      name: "the requirements name the project itself",
      text: `${FROM}COPY . .\n${PIP}`,
      with: { "requirements.txt": "-e .\nflask==3.1.0\n" },
    },
    {
      name: "the requirements name a folder of it",
      text: `${FROM}COPY . .\n${PIP}`,
      with: { "requirements.txt": "./lib\nflask==3.1.0\n" },
    },
    {
      name: "mounted requirements",
      text: `${FROM}COPY . .\nRUN --mount=type=bind,source=requirements.txt,target=requirements.txt pip install -r requirements.txt\n`,
    },
    {
      name: "the requirements are written out of the source",
      text: `${FROM}COPY . .\nRUN poetry export > requirements.txt\n${PIP}`,
    },
    {
      name: "in the same step",
      text: `${FROM}COPY . .\nRUN pip-compile -o /tmp/requirements.txt && pip install -r /tmp/requirements.txt\n`,
    },
    { name: "another stage has the source", text: `FROM python:3.11 AS a\nCOPY . .\n${FROM}${FIRST}${PIP}` },
    { name: "out of another stage", text: `FROM python:3.11 AS a\n${FROM}COPY --from=a /src/app.py .\n${FIRST}${PIP}` },
    {
      name: "only what the installation needs",
      text: `${FROM}COPY requirements/ requirements/\nCOPY setup.py pip.conf ./\n${PIP}`,
    },
    { name: "a folder without source", text: `${FROM}COPY conf ./conf\n${FIRST}${PIP}`, with: { "conf/a.ini": "" } },
    { name: "edge case 13: in a heredoc", text: `${FROM}COPY << 'EOF' /x\n\nCOPY . .\nEOF\n${PIP}` },
    { name: "ONBUILD is for other images", text: `${FROM}ONBUILD COPY . .\nONBUILD ${PIP}` },
    { name: "in a comment", text: `${FROM}# COPY . .\n${FIRST}${PIP}` },
  ],
  invalid: [
    {
      name: "the naive Dockerfile",
      text: `${FROM}COPY «.» .\n${PIP}CMD ["python", "src/app.py"]\n`,
      with: FOLDER,
      findings: [
        {
          message: "late",
          says: ["requirements.txt"],
          fixes: [{ title: FIX, text: `${FROM}${FIRST}${PIP}COPY . .\nCMD ["python", "src/app.py"]\n` }],
        },
      ],
    },
    {
      name: "with comments and blank lines, lower case, CRLF",
      text: "from python:3.11\r\nworkdir /app\r\n\r\n# Everything goes in\r\ncopy «.» .\r\n\r\n# The packages\r\nrun pip install -r requirements.txt\r\n\r\ncmd run\r\n",
      with: FOLDER,
      findings: [
        {
          message: "late",
          fixes: [
            {
              text: "from python:3.11\r\nworkdir /app\r\n\r\ncopy requirements.txt .\r\n\r\n# The packages\r\nrun pip install -r requirements.txt\r\n\r\n# Everything goes in\r\ncopy . .\r\n\r\ncmd run\r\n",
            },
          ],
        },
      ],
    },
    {
      name: "the requirements are there, and the source stands in between",
      text: `${FROM}${FIRST}COPY «src/» ./src/\n${PIP}`,
      with: FOLDER,
      findings: [{ message: "late", fixes: [{ text: `${FROM}${FIRST}${PIP}COPY src/ ./src/\n` }] }],
    },
    {
      name: "in a builder, with an owner, over several lines",
      text: `FROM python:3.11 AS b\nCOPY --chown=1000:1000 \\\n  «.» /app\nRUN pip install --prefix=/install \\\n  -r /app/requirements.txt\nFROM python:3.11-slim\nCOPY --from=b /install /usr/local\n`,
      with: FOLDER,
      findings: [
        {
          message: "late",
          fixes: [
            {
              text: `FROM python:3.11 AS b\nCOPY --chown=1000:1000 requirements.txt /app/\nRUN pip install --prefix=/install \\\n  -r /app/requirements.txt\nCOPY --chown=1000:1000 \\\n  . /app\nFROM python:3.11-slim\nCOPY --from=b /install /usr/local\n`,
            },
          ],
        },
      ],
    },
    {
      name: "requirements in a folder, no line end",
      text: `${FROM}COPY «.» .\nRUN pip install -r src/requirements.txt`,
      with: { ...FOLDER, "src/requirements.txt": "flask==3.1.0\n" },
      findings: [
        {
          message: "late",
          fixes: [
            { text: `${FROM}COPY src/requirements.txt ./src/\nRUN pip install -r src/requirements.txt\nCOPY . .` },
          ],
        },
      ],
    },
    {
      name: "two requirements files out of two copies",
      text: `${FROM}COPY «src» ./src\nCOPY . /all\nRUN pip install -r src/requirements.txt -r /all/requirements.txt\n`,
      with: { ...FOLDER, "src/requirements.txt": "flask==3.1.0\n" },
      findings: [
        {
          message: "late",
          fixes: [
            {
              text: `${FROM}COPY src/requirements.txt ./src/\nCOPY requirements.txt /all/\nRUN pip install -r src/requirements.txt -r /all/requirements.txt\nCOPY src ./src\nCOPY . /all\n`,
            },
          ],
        },
      ],
    },
    {
      name: "steps in between that look at no file of the project",
      text: `${FROM}COPY «.» .\nENV A=1\nRUN pip install --no-cache-dir --upgrade pip\n${PIP}`,
      with: FOLDER,
      findings: [
        {
          message: "late",
          fixes: [{ text: `${FROM}${FIRST}ENV A=1\nRUN pip install --no-cache-dir --upgrade pip\n${PIP}COPY . .\n` }],
        },
      ],
    },
    {
      name: "ADD: what comes first is a COPY",
      text: `${FROM}ADD «.» .\n${PIP}`,
      with: FOLDER,
      findings: [{ message: "late", fixes: [{ text: `${FROM}${FIRST}${PIP}ADD . .\n` }] }],
    },
    {
      name: "edge case 19: lines that a backtick continues",
      text: `# escape=\`\n${FROM}COPY «.» \`\n  .\n${PIP}`,
      with: FOLDER,
      findings: [{ message: "late", fixes: [{ text: `# escape=\`\n${FROM}${FIRST}${PIP}COPY . \`\n  .\n` }] }],
    },
    {
      name: "a step in between may need the source",
      text: `${FROM}COPY «.» .\nRUN make generate\n${PIP}`,
      with: FOLDER,
      findings: [{ message: "late" }],
    },
    {
      name: "the same step may need it",
      text: `${FROM}COPY «.» .\nRUN pip install -r requirements.txt && python manage.py collectstatic\n`,
      with: FOLDER,
      findings: [{ message: "late" }],
    },
    {
      name: "a WORKDIR in between: the same words would mean another folder behind it",
      text: `${FROM}COPY «.» .\nWORKDIR /app/src\nRUN pip install -r ../requirements.txt\n`,
      with: FOLDER,
      findings: [{ message: "late" }],
    },
    {
      name: "the requirements lead to other files",
      text: `${FROM}COPY «.» .\n${PIP}`,
      with: { ...FOLDER, "requirements.txt": "-r other.txt\nflask==3.1.0\n" },
      findings: [{ message: "late" }],
    },
    {
      name: "the requirements are not known",
      text: `${FROM}COPY «.» .\nRUN pip install -r $FILE -c constraints.txt\n`,
      findings: [{ message: "late" }],
    },
    {
      name: "the build never sees them",
      text: `${FROM}COPY «.» .\n${PIP}`,
      with: { ...FOLDER, ".dockerignore": "*.txt\n**/venv\n**/__pycache__\n" },
      findings: [{ message: "late" }],
    },
    {
      name: "an option of COPY that is not understood",
      text: `${FROM}COPY --exclude=venv «.» .\n${PIP}`,
      with: FOLDER,
      findings: [{ message: "late" }],
    },
  ],
});
