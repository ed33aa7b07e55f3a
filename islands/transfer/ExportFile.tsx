export { ExportFile as default } from "../../client/components/export/export_file.tsx";
