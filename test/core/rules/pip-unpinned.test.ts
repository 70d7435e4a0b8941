import { pipUnpinned } from "../../../src/core/rules/pip-unpinned";
import { testRule } from "../../support/rule-tester";

const FROM = "FROM python:3.11-slim\n";

testRule(pipUnpinned, {
  valid: [
    `${FROM}RUN pip install flask==3.1.0 'redis>=5,<6' gunicorn~=23.0\n`,
    `${FROM}RUN pip install -r requirements.txt -c constraints.txt flask\n`,
    `${FROM}RUN pip install . ./lib app.whl git+https://example.com/x@v1 $PACKAGES "flask[async]==3.1.0"\n`,
    { name: "pip itself is a tool", text: `${FROM}RUN pip install --upgrade pip setuptools wheel\n` },
    {
      name: "values of options are no packages",
      text: `${FROM}RUN pip install -i https://pypi.org/simple --prefix install flask==1\n`,
    },
    { name: "a heredoc that is data", text: `${FROM}RUN cat <<EOF > x\npip install flask\nEOF\n` },
    {
      path: "requirements.txt",
      text: "# flask\nflask==3.1.0\nredis>=5,<6\n-r more.txt\n./lib\nx @ https://example.com/x.whl\n",
    },
    { name: "hashes", path: "requirements.txt", text: "flask==3.1.0 \\\n    --hash=sha256:abc\n" },
  ],
  invalid: [
    {
      text: `${FROM}RUN pip install «flask» «"redis[hiredis]"» gunicorn==23.0.0\n`,
      findings: [
        { message: "argument", says: ["flask"] },
        { message: "argument", says: ["redis[hiredis]"] },
      ],
    },
    {
      name: "the challenge's own list",
      path: "requirements.txt",
      text: "«flask>=3.0.0»\r\n«redis»  # cache\r\n",
      findings: [
        { message: "requirement", says: ["flask"] },
        { message: "requirement", says: ["redis"] },
      ],
    },
  ],
});
