export { NewEntries as default } from "../../client/components/administration/log/new_entries.tsx";
