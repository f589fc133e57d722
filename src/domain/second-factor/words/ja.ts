import type { FactorTexts } from "./en.ts";

/** What the mails about authenticator apps say, in Japanese. */
export const japanese: FactorTexts = {
  "from-name": "{organisation}（Guesthouse 経由）",
  "set-up-subject": "{organisation} で認証アプリが追加されました",
  "removed-subject": "{organisation} で認証アプリが削除されました",
  "reset-subject": "{organisation} で認証アプリがリセットされました",
  preheader: "お心当たりがない場合の対処をお読みください。",
  "set-up-intro":
    "{date} に、<b>{organisation}</b> でのあなたのアカウント <b>{address}</b> に認証アプリが追加されました。",
  "set-up-next": "サインインの際に、このアプリのコードを求められることがあります。",
  "removed-intro":
    "{date} に、<b>{organisation}</b> でのあなたのアカウント <b>{address}</b> から認証アプリが削除されました。",
  "removed-next": "別のアプリはいつでも設定できます。次回のサインインで設定を求められることもあります。",
  "reset-intro":
    "{date} に、管理者が <b>{organisation}</b> でのあなたのアカウント <b>{address}</b> の認証アプリをリセットしました。",
  "reset-next": "そのコードはもう使えません。次回のサインインで別のアプリの設定を求められることがあります。",
  "not-you-title": "ご自身の操作でも、依頼したことでもありませんか？",
  "not-you-write":
    "すぐに {contact} へご連絡ください。ほかの人があなたとしてサインインできるおそれがあります。",
  "not-you-tell":
    "すぐに {organisation} のお知り合いにお知らせください。ほかの人があなたとしてサインインできるおそれがあります。",
  why: "サインイン方法の変更にお気づきいただけるよう、{organisation} からこのメールをお送りしています。",
};
