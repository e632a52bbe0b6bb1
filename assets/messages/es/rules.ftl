# Reglas
in-force-from = en vigor desde el { $day }
exams = Exámenes
accepted-until = se acepta hasta el { $day }
rule-net-new = Al menos { $money } de ingresos nuevos netos en { $months } meses
rule-revenue = Al menos { $money } de ingresos en { $months } meses
rule-developed = en mercados desarrollados
rule-developing = en mercados en desarrollo
rule-no-threshold = Sin umbral de ingresos
rule-products = Productos: { $products }
rule-associations = Asociación con el cliente como { $associations }
rule-role = { $seats ->
    [one] 1 persona como { $role }
   *[other] { $seats } personas como { $role }
}
rule-qualify = { $count ->
    [0] nadie cumple
    [one] 1 cumple
   *[other] { $number } cumplen
}
rule-same-people = Las mismas personas pueden contar otra vez en cada uno de estos grupos.
count-holders = { $count ->
    [one] 1 persona
   *[other] { $number } personas
}
people-more = { $count ->
    [one] y 1 más
   *[other] y { $number } más
}
nobody-yet = nadie todavía
passed-but-not-counting = { $count ->
    [one] 1 persona lo aprobó, pero ese aprobado no cuenta
   *[other] { $number } personas lo aprobaron, pero esos aprobados no cuentan
}
retired-since = retirado: se aceptaba hasta el { $day }
edition-not-yet = Aún no está en vigor en la fecha evaluada
rules-source = Fuente: { $source }
rules-of-yours = reglas de un archivo tuyo
open-other-rules = Abrir otras…
edition-of-the-day = La edición en vigor ese día
rules-file-hint = Un reglamento en un archivo JSON
dialog-open-rulebook = Abrir un reglamento
dialog-rulebooks = Reglamentos
command-open-rulebook = Abrir un reglamento de un archivo…
    .tooltip = Evalúa con tus propias reglas, de un archivo JSON
command-copy-faults = Copiar
rulebook-refused = { $count ->
    [one] { $file } no se usa: tiene 1 fallo
   *[other] { $file } no se usa: tiene { $count } fallos
}
rulebook-unreadable = No se puede leer { $file } ({ $detail }). ¿Sigue ahí y tienes permiso para abrirlo?
rulebook-too-large = { $file } es mucho mayor que cualquier reglamento. Elige otro archivo.
rulebook-stays = Las reglas siguen como estaban. Corrige el archivo y ábrelo otra vez.
fault-at-the-top = todo el archivo
rule-different-people = Cada plaza necesita una persona distinta.
