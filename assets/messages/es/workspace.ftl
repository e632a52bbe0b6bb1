# Abrir y guardar áreas de trabajo.

open-missing = { $file } no está. Puede que se haya movido, borrado o cambiado de nombre.
open-denied = No se puede abrir { $file }: el sistema no lo permite. Ciérralo en otros programas o consulta a quien se encarga de este equipo.
open-folder = { $file } es una carpeta. Elige un archivo de ella.
open-full = No se puede abrir { $file }: el disco está lleno.
open-read-only = No se puede abrir { $file }: el disco es de solo lectura.
open-failed = No se puede abrir { $file } ({ $detail }).
open-other = { $file } no es un área de trabajo de Touchstone.
open-newer = { $file } se hizo con una versión más reciente de Touchstone. Instala esa versión para abrirlo. El archivo sigue como estaba.
open-damaged = { $file } está dañado y no se puede abrir ({ $detail }).
open-too-large = { $file } contiene más de lo que Touchstone puede abrir.
open-backup = La versión anterior es { $file }; abre esa.

save-full = { $file } no se ha guardado: el disco está lleno. Libera espacio o elige otra carpeta. Tu trabajo sigue aquí y el archivo está como estaba.
save-read-only = { $file } no se ha guardado: ahí no se puede escribir. Elige otra carpeta. Tu trabajo sigue aquí y el archivo está como estaba.
save-missing = { $file } no se ha guardado: su carpeta ya no existe. Elige otra. Tu trabajo sigue aquí.
save-denied = { $file } no se ha guardado: el sistema no lo permite. Ciérralo en otros programas o elige otra carpeta. Tu trabajo sigue aquí y el archivo está como estaba.
save-folder = { $file } es una carpeta. Elige un nombre de archivo. Tu trabajo sigue aquí.
save-failed = { $file } no se ha guardado ({ $detail }). Elige otra carpeta. Tu trabajo sigue aquí y el archivo está como estaba.
save-changed = { $file } no se ha guardado: alguien lo ha cambiado desde que lo abriste. Guarda como otro archivo para conservar los dos, o sobrescríbelo; su versión quedará entonces como copia de seguridad.
save-open-elsewhere = { $file } está abierto en otra ventana. Guarda como otro archivo. Tu trabajo sigue aquí.
save-open-by = { $file } está abierto en otra ventana ({ $detail }). Guarda como otro archivo. Tu trabajo sigue aquí.
save-too-large = { $file } no se ha guardado: esta área de trabajo contiene más de lo que cabe en un archivo. Quita alguna de sus exportaciones. Tu trabajo sigue aquí.
save-no-file = Esta área de trabajo aún no tiene archivo. Elige uno.

# On the command line
failed-workspace-among-files = { $file } es un área de trabajo. Indícala sola, o bien exportaciones sin ella.
