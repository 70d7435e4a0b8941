import { secretInImage } from "../../../src/core/rules/secret-in-image";
import { testRule } from "../../support/rule-tester";

const FROM = "FROM python:3.11-slim\n";

/** A file that sets one variable of this name. */
const set = (name: string) => ({ name, text: `${FROM}ENV ${name}=hunter22\n` });

testRule(secretInImage, {
  valid: [
    // edge case 14: names that only sound like a secret
    ...[
      "AUTH_MODE",
      "KEY_NAME",
      "PUBLIC_KEY",
      "SSH_PUBLIC_KEY",
      "DB_PASSWORD_FILE",
      "TOKEN_VERSION",
      "SECRET_NAME",
      "SECRET_ID",
      "TOKEN_URL",
      "PASSWORD_MIN_LENGTH",
      "TOKEN_TTL",
      "SESSION_TOKEN_EXPIRY",
      "CREDENTIALS_PATH",
      "API_KEY_ALIAS",
      "SECRETS_ENABLED",
      "AUTH_TYPE",
      "GPG_KEY",
      "KEYBOARD",
      "TOKENIZERS_PARALLELISM",
      "PASSENGER_APP_ENV",
      "SECRETARY",
      "ALLOW_EMPTY_PASSWORD",
    ].map((name) => ({ ...set(name), name: `edge case 14: ${name}` })),
    { name: "edge case 14: a version", text: `${FROM}RUN apk add libssl3=3.1.4-r1\n` },
    { name: "it says where the secret lies", text: `${FROM}ENV DB_PASSWORD=/run/secrets/db_password\n` },
    { name: "an ENV that stays empty", text: `${FROM}ENV API_KEY=""\n` },
    { name: "to be filled in", text: `${FROM}ENV SECRET_KEY=<your-key>\n` },
    { name: "a switch", text: `${FROM}ENV CHECK_TOKEN=true\n` },
    { name: "lent to one step", text: `${FROM}RUN --mount=type=secret,id=token pip install flask==3.1.0\n` },
    {
      name: "a stage that is not shipped",
      text: `FROM python:3.11 AS b\nENV API_KEY=hunter22\n${FROM}COPY --from=b /x /y\n`,
    },
    {
      name: "a file of a stage that is not shipped",
      text: `FROM python:3.11 AS b\nCOPY .env .\n${FROM}COPY --from=b /x /y\n`,
    },
    { name: "before the first FROM it is in no image", text: `ARG NPM_TOKEN\n${FROM}` },
    { name: "a label", text: `${FROM}LABEL password=hunter22\n` },
    { name: "a comment, and a text", text: `${FROM}# ENV API_KEY=hunter22\nRUN echo "ENV API_KEY=hunter22"\n` },
    { name: "in a heredoc", text: `${FROM}RUN <<EOF\nENV API_KEY=hunter22\nEOF\n` },
    { name: "samples to be filled in", text: `${FROM}COPY .env.example .env.sample .env.template /app/\n` },
    { name: "certificates", text: `${FROM}COPY ca.pem server-cert.pem fullchain.pem root-ca.pem /etc/ssl/certs/\n` },
    { name: "a public key", text: `${FROM}COPY id_rsa.pub id_ed25519.pub /app/\n` },
    { name: "out of another stage", text: `FROM python:3.11 AS b\n${FROM}COPY --from=b /x/.env /y/\n` },
    { name: "source that is about secrets", text: `${FROM}COPY tokens.py environment.env.py keys/ /app/\n` },
  ],
  invalid: [
    ...[
      "PASSWORD",
      "DB_PASSWORD",
      "MYSQL_ROOT_PASSWORD",
      "DB_PASSWD",
      "PWORD",
      "SECRET_KEY",
      "FLASK_SECRET_KEY",
      "CLIENT_SECRET",
      "TOKEN",
      "GITHUB_TOKEN",
      "API_KEY",
      "OPENAI_APIKEY",
      "AWS_SECRET_ACCESS_KEY",
      "SSH_PRIVATE_KEY",
      "CREDENTIALS",
      "db_password",
    ].map((name) => ({
      name,
      text: `${FROM}ENV «${name}»=hunter22\n`,
      findings: [{ message: "variable", says: [name] }],
    })),
    { name: "the old form", text: `${FROM}ENV «API_KEY» hunter22\n`, findings: [{ message: "variable" }] },
    {
      name: "several in one instruction, on several lines, CRLF, lower case",
      text: `from python:3.11-slim\r\nenv PORT=5000 \\\r\n    # the key\r\n    «SECRET_KEY»=hunter22 \\\r\n    «TOKEN»="a b"\r\n`,
      findings: [{ message: "variable" }, { message: "variable" }],
    },
    {
      name: "an ARG without a value: what the build is given stays in the history",
      text: `${FROM}ARG «NPM_TOKEN»\n`,
      findings: [{ message: "argument", says: ["NPM_TOKEN", "--mount=type=secret"] }],
    },
    { name: "an ARG with an empty value", text: `${FROM}ARG «NPM_TOKEN»=""\n`, findings: [{ message: "argument" }] },
    {
      name: "an ENV that takes it from there",
      text: `${FROM}ARG «TOKEN»\nENV «API_TOKEN»=$TOKEN\n`,
      findings: [{ message: "argument" }, { message: "variable" }],
    },
    {
      name: "a local parent is shipped too",
      text: "FROM python:3.11-slim AS base\nENV «API_KEY»=hunter22\nFROM base\n",
      findings: [{ message: "variable" }],
    },
    {
      name: "files",
      text: `${FROM}COPY «.env» /app/\nCOPY --chown=1000 config/«config» /app/\n`.replace(
        "config/«config» ",
        "«config/.env.production» ",
      ),
      findings: [{ message: "file", says: [".env"] }, { message: "file" }],
    },
    {
      name: "keys, in the JSON form too",
      text: `${FROM}COPY ["«id_rsa»", "/root/.ssh/"]\nADD «certs/server.pem» «./id_ed25519» /app/\n`,
      findings: [{ message: "file" }, { message: "file" }, { message: "file" }],
    },
    { name: "a private key by its name", text: `${FROM}COPY «server.key» /app/\n`, findings: [{ message: "file" }] },
  ],
});
