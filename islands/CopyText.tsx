export { CopyText as default } from "../client/components/accounts/copy_text.tsx";
