# Archivos
remove-file = Quitar { $file }
sheet-credentials = certificaciones
sheet-sales = ingresos
sheet-unrecognised = no reconocida
only-sheet = todo el archivo
count-files = { $count ->
    [one] 1 archivo
   *[other] { $count } archivos
}
count-sheets = { $count ->
    [one] 1 hoja
   *[other] { $count } hojas
}
count-rows-taken = { $count ->
    [one] 1 leída
   *[other] { $number } leídas
}
read-at = leído el { $moment }
size-kilobytes = { $size } KB
size-megabytes = { $size } MB
source-changed = El archivo se volvió a guardar el { $moment }, después de leerlo. Lo que ves es lo que había antes.
source-gone = El archivo ya no está donde estaba. Lo que se leyó de él se conserva.
command-look-at-files = Buscar archivos cambiados
command-filter-findings = Ver las incidencias de
command-copy-findings = Copiar
    .tooltip = Copia estas incidencias como tabla, para pegarlas en una hoja de cálculo o en un correo
every-file = todos los archivos
findings-of = De
copied-severity = Gravedad
copied-finding = Incidencia
copied-file = Archivo
copied-sheet = Hoja
copied-row = Fila
copied-column = Columna
copied-value = Valor
copied-what-to-do = Qué hacer
findings = Incidencias
no-findings-in-file = No se ha encontrado nada que señalar en este archivo.
no-findings = No hay nada que revisar: se han leído todas las filas.
severity-error = excluido
severity-warning = por revisar
severity-note = para tu información
finding-places = { $count ->
    [one] 1 lugar
   *[other] { $number } lugares
}
findings-more = y { $count } más
row-number = fila { $row }
same-as-row = igual que la fila { $row }
command-show-row = Ver esta fila tal como está en el archivo
row-being-read = Leyendo el archivo…
row-not-there = El archivo ya no tiene esa fila. Léelo de nuevo para ver lo que contiene ahora.
