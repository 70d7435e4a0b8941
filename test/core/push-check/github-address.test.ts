import assert from "node:assert/strict";
import { actionsPage, githubRepository } from "../../../src/core/push-check/github-address";

describe("the GitHub repository behind a remote's address", () => {
  const addresses = [
    "https://github.com/ada/my-challenge.git",
    "https://github.com/ada/my-challenge/",
    "https://ada:s3cret@github.com/ada/my-challenge",
    "git@github.com:ada/my-challenge.git",
    "ssh://git@github.com/ada/my-challenge.git",
    "ssh://git@ssh.github.com:443/ada/my-challenge.git",
  ];
  for (const address of addresses) {
    it(`is found in ${address}`, () => {
      const found = githubRepository(address);
      assert.deepEqual(found, { owner: "ada", name: "my-challenge" });
      assert.equal(actionsPage(found), "https://github.com/ada/my-challenge/actions");
    });
  }

  for (const address of [
    "https://gitlab.com/ada/my-challenge.git",
    "https://github.com.evil.example/ada/my-challenge",
    "https://evil.example/github.com/ada/my-challenge",
    "/srv/git/my-challenge.git",
  ]) {
    it(`is not in ${address}`, () => assert.equal(githubRepository(address), undefined));
  }
});
