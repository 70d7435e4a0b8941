import { shellFormCmd } from "../../../src/core/rules/shell-form-cmd";
import { testRule } from "../../support/rule-tester";

const FROM = "FROM python:3.11-slim\n";

testRule(shellFormCmd, {
  valid: [
    `${FROM}ENTRYPOINT ["python"]\nCMD ["x.py"]\n`,
    {
      name: "edge case 9: a health check may be either",
      text: `${FROM}HEALTHCHECK CMD python -c "x" || exit 1\nCMD ["x"]\n`,
    },
    {
      name: "edge case 17: SHELL in a parent stage says that a shell is wanted",
      text: 'FROM python:3.11-slim AS a\nSHELL ["/bin/bash", "-c"]\nFROM a\nCMD python x.py\n',
    },
    { name: "the shell gives its place away", text: `${FROM}CMD exec gunicorn --bind :$PORT app:app\n` },
    { name: "RUN may be either", text: `${FROM}RUN python x.py\n` },
    { name: "ONBUILD is for other images", text: `${FROM}ONBUILD CMD x\n` },
  ],
  invalid: [
    {
      text: `${FROM}CMD «python src/app.py»\n`,
      findings: [{ message: "shell", says: ["CMD"], fixes: [{ text: `${FROM}CMD ["python", "src/app.py"]\n` }] }],
    },
    {
      name: "edge case 18: single quotes",
      text: `${FROM}CMD «['python', 'app.py']»\n`,
      findings: [{ message: "quotes", fixes: [{ text: `${FROM}CMD ["python", "app.py"]\n` }] }],
    },
    {
      name: "edge case 19: escape=`, over two lines, CRLF, lower case",
      text: "# escape=`\r\nfrom python:3.11-slim\r\ncmd «gunicorn `\r\n  -b 0.0.0.0:80 app:app»\r\n",
      findings: [
        {
          message: "shell",
          fixes: [
            { text: '# escape=`\r\nfrom python:3.11-slim\r\ncmd ["gunicorn", "-b", "0.0.0.0:80", "app:app"]\r\n' },
          ],
        },
      ],
    },
    {
      name: "a variable needs the shell, which then gives its place",
      text: `${FROM}CMD «gunicorn -b 0.0.0.0:$PORT app:app»\n`,
      findings: [
        { message: "shell", fixes: [{ text: `${FROM}CMD ["sh", "-c", "exec gunicorn -b 0.0.0.0:$PORT app:app"]\n` }] },
      ],
    },
    {
      name: "a list of commands: the last one takes the shell's place",
      text: `${FROM}CMD «cd src && python app.py»\n`,
      findings: [{ message: "shell", fixes: [{ text: `${FROM}CMD ["sh", "-c", "cd src && exec python app.py"]\n` }] }],
    },
    {
      name: "quotes are the shell's, and go",
      text: `${FROM}CMD «python -c "print('hi there')"»\n`,
      findings: [{ message: "shell", fixes: [{ text: `${FROM}CMD ["python", "-c", "print('hi there')"]\n` }] }],
    },
    {
      name: "a pipe: the author must choose",
      text: `${FROM}CMD «python a.py | tee log»\n`,
      findings: [{ message: "shell" }],
    },
    {
      name: "with an ENTRYPOINT beside it, the form decides what is passed on",
      text: `${FROM}ENTRYPOINT «python»\nCMD ["x.py"]\n`,
      findings: [{ message: "shell", says: ["ENTRYPOINT"] }],
    },
    {
      name: "a comment inside would be lost",
      text: `${FROM}CMD «python \\\n  # why\n  x.py»\n`,
      findings: [{ message: "shell" }],
    },
  ],
});
