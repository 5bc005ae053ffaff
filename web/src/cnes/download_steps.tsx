// SPDX-License-Identifier: Apache-2.0

/** Source: manual PEC, 3.3 CNES. */
export function DownloadSteps() {
    return (
        <details class="steps">
            <summary>Como baixar o arquivo do CNES</summary>
            <ol>
                <li>Acesse o site <a href="http://cnes2.datasus.gov.br/" rel="noreferrer" target="_blank">http://cnes2.datasus.gov.br/ <span class="only-heard">(abre em outra aba)</span></a>.</li>
                <li>No item do menu <strong>Serviços</strong>, vá até <strong>Gestores</strong> e clique em <strong>Recebimento Arquivos (Download)</strong>.</li>
                <li>Acesse o sistema do CNES com o usuário e a senha do gestor.</li>
                <li>Clique no nome do arquivo <code>XMLPARAESUS_XXXXXX.ZIP</code>, em que XXXXXX é o código IBGE do município, e salve-o no computador.</li>
                <li>Volte a esta tela e importe o arquivo. Não é preciso descompactar: o <code>.zip</code> e o <code>.xml</code> são aceitos.</li>
            </ol>
        </details>
    );
}
