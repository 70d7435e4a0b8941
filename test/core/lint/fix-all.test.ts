import assert from "node:assert/strict";
import { fixAll } from "../../../src/core/lint/fix-all";
import { openProject } from "../../../src/core/lint/project";
import { RULES } from "../../../src/core/rules/registry";
import { submissionOf } from "../../support/submission-of";

const SIMPLE = `FROM python:3.11-slim
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY src/ src/
CMD ["python", "src/app.py"]
`;
const project = openProject(
  submissionOf({ Dockerfile: SIMPLE, "requirements.txt": "flask==3.0.0\n", "src/app.py": "" }),
);

describe("fixing all", () => {
  it("makes every fix that needs no decision, and a second time none", () => {
    const { text, made } = fixAll(project, "Dockerfile");
    assert.match(text, /^USER /m);
    assert.match(text, /PYTHONUNBUFFERED/);
    const again = openProject(
      submissionOf({ Dockerfile: text, "requirements.txt": "flask==3.0.0\n", "src/app.py": "" }),
    );
    assert.deepEqual(fixAll(again, "Dockerfile"), { text, made: [] });
    assert.ok(made.length > 0);
  });

  it("asks only the rules that it is given", () => {
    const rules = RULES.filter(({ id }) => id === "missing-user");
    const { text, made } = fixAll(project, "Dockerfile", undefined, rules);
    assert.deepEqual(made.length, 1);
    assert.match(text, /^USER /m);
    assert.doesNotMatch(text, /PYTHONUNBUFFERED/);
    assert.deepEqual(fixAll(project, "Dockerfile", undefined, []), { text: SIMPLE, made: [] });
  });
});
