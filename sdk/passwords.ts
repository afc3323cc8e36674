import { guard, on } from './guard.js';

/** Fields that hold a password, or did: "show password" turns them into text, or puts others in their place. */
export const passwords = new Set<unknown>();

/** Each change of a field's type, whoever makes it and however early. */
let turned: MutationObserver;

/** Looks for them in a document or a shadow tree, from now on. */
export const watchPasswords = /*@__PURE__*/ guard((root: Node & ParentNode): void => {
  turned.observe(root, { subtree: true, attributeFilter: ['type'], attributeOldValue: true });
  root.querySelectorAll('[type=password]').forEach((field) => passwords.add(field));
});

export const capturePasswords = (): void => {
  turned = new MutationObserver((records) => {
    for (const { oldValue, target } of records) if (oldValue === 'password') passwords.add(target);
  });
  const look = () => watchPasswords(document);
  on('focusin pointerdown', look);
  look();
};
