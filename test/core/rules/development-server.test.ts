import { developmentServer } from "../../../src/core/rules/development-server";
import { testRule } from "../../support/rule-tester";

const APP = {
  "src/app.py":
    'from flask import Flask\napp = Flask(__name__)\nif __name__ == "__main__":\n    app.run(host="0.0.0.0")\n',
  "requirements.txt": "flask==3.1.0\ngunicorn==23.0.0\n",
};
const TOP = "FROM python:3.11-slim\nWORKDIR /app\nCOPY src/ ./src/\nEXPOSE 5000\n";

testRule(developmentServer, {
  valid: [
    { text: `${TOP}CMD ["gunicorn", "--bind", "0.0.0.0:5000", "--chdir", "src", "app:app"]\n`, with: APP },
    {
      name: "no gunicorn at hand",
      text: `${TOP}CMD ["python", "src/app.py"]\n`,
      with: { ...APP, "requirements.txt": "flask==3.1.0\n" },
    },
    {
      name: "a script that starts no server",
      text: `${TOP}CMD ["python", "src/app.py"]\n`,
      with: { ...APP, "src/app.py": "print(1)\n" },
    },
    { name: "nothing is known of the packages", text: `${TOP}CMD ["flask", "run", "--host=0.0.0.0"]\n` },
  ],
  invalid: [
    {
      text: `${TOP}CMD «["python", "src/app.py"]»\n`,
      with: APP,
      findings: [
        {
          message: "flask",
          fixes: [{ text: `${TOP}CMD ["gunicorn", "--bind", "0.0.0.0:5000", "--chdir", "src", "app:app"]\n` }],
        },
      ],
    },
    {
      name: "flask run names no file: the author must choose",
      text: `${TOP}CMD «["flask", "--app", "src/app", "run", "--host=0.0.0.0"]»\n`,
      with: APP,
      findings: [{ message: "flask" }],
    },
  ],
});
