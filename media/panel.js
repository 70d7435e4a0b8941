// Sends forms to the extension, and keeps what has been typed when the panel is hidden or drawn again.
(() => {
  const vscode = acquireVsCodeApi();
  const key = document.body.dataset.key;
  const saved = vscode.getState();
  const drafts = saved && saved.key === key ? saved.drafts : {};
  const focused = saved && saved.key === key ? saved.focused : undefined;

  const fields = () => document.querySelectorAll("textarea[name]");
  for (const field of fields()) {
    const draft = drafts[field.name];
    if (draft !== undefined && draft.of === field.defaultValue) field.value = draft.text;
    field.addEventListener("input", () => {
      drafts[field.name] = { of: field.defaultValue, text: field.value };
      vscode.setState({ key, drafts, focused });
    });
  }

  for (const form of document.querySelectorAll("form")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const values = Object.fromEntries(new FormData(form));
      const action = event.submitter ? event.submitter.value : "";
      // where the focus is to return to once the answer has been drawn
      vscode.setState({ key, drafts, focused: action });
      vscode.postMessage({ action, values });
    });
  }

  // A screen reader, and whoever uses the keyboard, goes on where the page has changed.
  const target = focused && document.querySelector("[data-after~='" + CSS.escape(focused) + "']");
  if (target) {
    target.setAttribute("tabindex", "-1");
    target.focus();
    vscode.setState({ key, drafts });
  }
})();
