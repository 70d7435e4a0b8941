import type { JudgedTexts } from "../container-engine";
import type { ParsedSubmission } from "../parse/parse-submission";

/**
 * The texts that Compose reads of untrusted work in place of its files: the Compose file as the very values that were judged, so
 * that no two readers of YAML can differ over it, and .env without the settings of Compose and Docker.
 */
export function judgedTexts({ composeFile, submission }: ParsedSubmission): JudgedTexts {
  return {
    compose: JSON.stringify(composeFile?.document),
    env: withoutSettings(submission.files.get(".env")?.text ?? ""),
  };
}

/** Names by which a .env file would speak to the programs that read it, and not to the project. */
const SETTING =
  /^[^\S\n]*(?:export\s+)?(?:COMPOSE_\w*|BUILDKIT_\w*|BUILDX_\w*|DOCKER_(?:HOST|CONTEXT|CONFIG|CERT_PATH|TLS\w*|API_VERSION|CLI_\w*))[^\S\n]*[=:].*$/gim;

function withoutSettings(env: string): string {
  return env.replaceAll(SETTING, "");
}
