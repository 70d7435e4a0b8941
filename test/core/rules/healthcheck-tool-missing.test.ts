import { healthcheckToolMissing } from "../../../src/core/rules/healthcheck-tool-missing";
import { testRule } from "../../support/rule-tester";

const CMD = 'CMD ["flask", "run", "--host=0.0.0.0"]\n';
const PROBE = `["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:5000/health', timeout=2)"]`;

testRule(healthcheckToolMissing, {
  valid: [
    {
      name: "a full image has curl",
      text: `FROM python:3.11\nHEALTHCHECK CMD curl -f http://localhost:5000/health\n${CMD}`,
    },
    {
      name: "Alpine has wget",
      text: `FROM python:3.11-alpine\nHEALTHCHECK CMD wget -q --spider http://localhost:5000\n${CMD}`,
    },
    {
      name: "installed in what is shipped",
      text: `FROM python:3.11-slim\nRUN apt-get update && apt-get install -y curl\nHEALTHCHECK CMD curl -f http://localhost:5000/health || exit 1\n${CMD}`,
    },
    {
      name: "an image that nobody knows",
      text: `FROM ghcr.io/someone/base:1\nHEALTHCHECK CMD curl -f http://x\n${CMD}`,
    },
    { name: "Python's own", text: `FROM python:3.11-slim\nHEALTHCHECK CMD python -c "import x" || exit 1\n${CMD}` },
    {
      path: "compose.yaml",
      text: 'services:\n  api:\n    build: .\n    healthcheck:\n      test: ["CMD", "curl", "-f", "http://localhost:5000/health"]\n',
      with: { Dockerfile: `FROM python:3.11\n${CMD}` },
    },
    {
      name: "redis has its own tool",
      path: "compose.yaml",
      text: 'services:\n  redis:\n    image: redis:7-alpine\n    healthcheck:\n      test: ["CMD", "redis-cli", "ping"]\n',
    },
  ],
  invalid: [
    {
      name: "edge case 10: curl on a slim image, the most usual way to be unhealthy for ever",
      text: `FROM python:3.11-slim\nHEALTHCHECK --interval=5s \\\n  CMD «curl» -f http://localhost:5000/health || exit 1\n${CMD}`,
      findings: [
        {
          message: "missing",
          says: ["curl", "python:3.11-slim"],
          fixes: [{ text: `FROM python:3.11-slim\nHEALTHCHECK --interval=5s \\\n  CMD ${PROBE}\n${CMD}` }],
        },
      ],
    },
    {
      name: "edge case 10: installed in the builder only",
      text: `FROM python:3.11-slim AS b\nRUN apt-get install -y curl\nFROM python:3.11-slim\nHEALTHCHECK CMD ["«curl»", "-f", "http://127.0.0.1:5000/ready"]\n${CMD}`,
      findings: [
        {
          message: "missing",
          fixes: [
            {
              text: `FROM python:3.11-slim AS b\nRUN apt-get install -y curl\nFROM python:3.11-slim\nHEALTHCHECK CMD ${PROBE.replace("/health", "/ready")}\n${CMD}`,
            },
          ],
        },
      ],
    },
    {
      name: "through a shell, CRLF; another path and port are kept",
      text: `from python:3.11-slim\r\nexpose 8000\r\nhealthcheck cmd «wget» -qO- http://localhost:8000/ping || exit 1\r\ncmd gunicorn -b 0.0.0.0:8000 app:app\r\n`,
      findings: [
        {
          message: "missing",
          fixes: [
            {
              text: `from python:3.11-slim\r\nexpose 8000\r\nhealthcheck cmd ${PROBE.replace("5000/health", "8000/ping")}\r\ncmd gunicorn -b 0.0.0.0:8000 app:app\r\n`,
            },
          ],
        },
      ],
    },
    {
      name: "in Compose, of a service that is built here",
      path: "compose.yaml",
      text: 'services:\n  api:\n    build: .\n    healthcheck:\n      «test: ["CMD-SHELL", "curl -f http://localhost:5000/health || exit 1"]»\n',
      with: { Dockerfile: `FROM python:3.11-slim\nHEALTHCHECK CMD true\n${CMD}` },
      findings: [{ message: "missing", says: ["curl", "python:3.11-slim"] }],
    },
  ],
});
