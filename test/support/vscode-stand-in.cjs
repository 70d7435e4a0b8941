// Outside of VS Code there is no module "vscode". What is tested without it needs only its texts, untranslated.
const Module = require("node:module");

const standIn = { l10n: { t: (text, ...values) => text.replace(/\{(\d+)\}/g, (_, index) => String(values[index])) } };
const load = Module._load;
Module._load = (request, ...rest) => (request === "vscode" ? standIn : load(request, ...rest));
