import type { CodeTexts } from "./en.ts";

/** What a mail with a one-time code says, in Japanese. */
export const japanese: CodeTexts = {
  "from-name": "{organisation}（Guesthouse 経由）",
  subject: "{code} は{target}の確認コードです",
  preheader: "{code} – {minutes, plural, other {# 分間}}有効です。誰にも教えないでください。",
  "for-application": "<b>{organisation}</b>の<b>{application}</b>の確認コードです。",
  "for-organisation": "<b>{organisation}</b>の確認コードです。",
  enter: "コードを請求したページに入力してください。{minutes, plural, other {# 分以内}}に一度だけ使えます。",
  place: "請求元：{place}",
  "never-title": "このコードを誰にも教えないでください。",
  never: "{organisation}も Guesthouse も、コードをお尋ねすることは決してありません。",
  "unexpected-title": "コードを請求していない場合：",
  unexpected:
    "誰かが誤ってあなたのアドレスを入力したと考えられます。このメールは無視してください。コードがなければ、誰もあなたとしてサインインできません。",
  why: "このメールは、{organisation}へのサインインにあなたのアドレスが入力されたため、お送りしています。",
};
