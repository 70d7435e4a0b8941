import { composeVersionObsolete } from "../../../src/core/rules/compose-version-obsolete";
import { testRule } from "../../support/rule-tester";

const path = "compose.yaml";
const WEB = "services:\n  web:\n    image: nginx:1.27\n";

testRule(composeVersionObsolete, {
  valid: [
    { path, text: WEB },
    { name: "in a comment", path, text: `# version: "3.8"\n${WEB}` },
    {
      name: "another key of that name",
      path,
      text: `${WEB}    labels:\n      version: "3.8"\n`,
    },
    { name: "a file that is no YAML", path, text: 'version: "3"\n version: [\n' },
  ],
  invalid: [
    {
      name: "quoted, with the empty line behind it",
      path,
      text: `«version»: "3.8"\n\n${WEB}`,
      findings: [{ message: "version", fixes: [{ text: WEB }] }],
    },
    {
      name: "a number, CRLF, and a comment above that stays",
      path: "docker-compose.yml",
      text: `# mine\r\n«version»: 3\r\n${WEB.replaceAll("\n", "\r\n")}`,
      findings: [{ message: "version", fixes: [{ text: `# mine\r\n${WEB.replaceAll("\n", "\r\n")}` }] }],
    },
    {
      name: "below the services, with a comment behind it that stays",
      path: "docker-compose.override.yml",
      text: `${WEB}«version»: '2' # old\n`,
      findings: [{ message: "version", fixes: [{ text: `${WEB}# old\n` }] }],
    },
    {
      name: "alone in the file: nothing would be left",
      path,
      text: '«version»: "3.8"\n',
      findings: [{ message: "version" }],
    },
    {
      name: "between brackets",
      path,
      text: '{ «version»: "3", services: { web: { image: "nginx:1.27" } } }\n',
      findings: [{ message: "version" }],
    },
  ],
});
