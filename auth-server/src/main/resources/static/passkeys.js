// Passkeys exist in script only: this fills a form that the page has, and sends it as any form is sent.
"use strict";

const toBytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const withBytes = (key) => ({ ...key, id: toBytes(key.id) });

async function options(form) {
  const answer = await fetch(form.dataset.passkeyOptions, {
    method: "POST",
    body: new URLSearchParams({ _csrf: form.elements._csrf.value }),
  });
  if (!answer.ok) {
    throw new Error("no options");
  }
  return answer.json();
}

async function make(asked) {
  const key = await navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: toBytes(asked.challenge),
      user: withBytes(asked.user),
      excludeCredentials: (asked.excludeCredentials || []).map(withBytes),
    },
  });
  return described(key, {
    attestationObject: toText(key.response.attestationObject),
    transports: key.response.getTransports ? key.response.getTransports() : [],
  });
}

async function use(asked) {
  const key = await navigator.credentials.get({
    publicKey: {
      ...asked,
      challenge: toBytes(asked.challenge),
      allowCredentials: (asked.allowCredentials || []).map(withBytes),
    },
  });
  return described(key, {
    authenticatorData: toText(key.response.authenticatorData),
    signature: toText(key.response.signature),
    userHandle: key.response.userHandle ? toText(key.response.userHandle) : null,
  });
}

function described(key, response) {
  return JSON.stringify({
    id: key.id,
    rawId: toText(key.rawId),
    type: key.type,
    authenticatorAttachment: key.authenticatorAttachment,
    clientExtensionResults: key.getClientExtensionResults(),
    response: { clientDataJSON: toText(key.response.clientDataJSON), ...response },
  });
}

document.querySelectorAll("form[data-passkey]").forEach((form) => {
  if (!window.PublicKeyCredential) {
    return;
  }
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const problem = form.querySelector("[data-passkey-problem]");
    problem.hidden = true;
    try {
      const asked = await options(form);
      form.elements.credential.value = await (form.dataset.passkey === "make" ? make(asked) : use(asked));
      form.submit();
    } catch (error) {
      problem.hidden = false;
    }
  });
});
