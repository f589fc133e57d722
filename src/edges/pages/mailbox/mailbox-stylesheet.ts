/** What the mailbox needs beyond the stylesheet of all pages. */
export const mailboxStylesheet = `.mailbox-search { margin-block-end: 20px; }
@media (min-width: 540px) {
  .mailbox-search { display: flex; align-items: end; gap: 12px; }
  .mailbox-search .field { flex: 1; margin: 0; }
  .mailbox-search .actions { margin: 0; }
}
.mail-headers summary { min-block-size: 44px; line-height: 44px; cursor: pointer; color: var(--soft); }
.mail-headers dd { overflow-wrap: anywhere; }
.mail { display: block; inline-size: 100%; block-size: 860px; border: 1px solid var(--line); border-radius: var(--radius); background: #fff; }
.mail-text { margin: 0; padding: 16px; border: 1px solid var(--line); border-radius: var(--radius); white-space: pre-wrap; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { .mail { background: #12161a; } }
`;
